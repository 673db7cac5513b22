import Tensors

public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  let limits = thresholds.expandingAxis(at: 1).matmul(Tensor(ones: [1, x.shape[1]]))
  return Tensor(x .>= limits) * x
}

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  // One row of zeros more, for what is no class.
  let rows = Tensor(oneHot: Array(0..<classes), count: classes)
    .concatenated(with: Tensor(zeros: [1, classes]), along: 0)
  return rows.rows(at: labels.map { (0..<classes).contains($0) ? $0 : classes })
}

public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  let classes = scores.shape[1]
  let guesses = oneHot(scores.argmax(along: 1), classes: classes)
  return (guesses * oneHot(labels, classes: classes)).sum() / Double(labels.count)
}
