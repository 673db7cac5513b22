import Tensors

public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  let limits = thresholds.expandingAxis(at: 1)
  let mask = Tensor(.!(x .< limits))
  return mask * x
}

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  guard labels.count > 1 else {
    return Tensor([(0..<classes).map { labels.first == $0 ? 1 : 0 }])
  }
  let half = labels.count / 2
  let (upper, lower) = (Array(labels[..<half]), Array(labels[half...]))
  return oneHot(upper, classes: classes)
    .concatenated(with: oneHot(lower, classes: classes), along: 0)
}

public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  hits(scores, labels[...]) / Double(labels.count)
}

private func hits(_ scores: Tensor, _ labels: ArraySlice<Int>) -> Double {
  guard let label = labels.first else { return 0 }
  let isHit = scores.row(0).argmax(along: 0)[0] == label
  return (isHit ? 1 : 0) + hits(scores[1...], labels.dropFirst())
}
