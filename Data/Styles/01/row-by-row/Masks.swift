import Tensors

public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  var y = x
  for n in 0..<x.shape[0] {
    let row = x.row(n)
    y[n..<n + 1] = row.replacing(with: 0, where: row .< thresholds[n]).expandingAxis(at: 0)
  }
  return y
}

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var rows = Tensor(zeros: [labels.count, classes])
  for (n, label) in labels.enumerated() {
    rows[n..<n + 1] = Tensor(Tensor(0..<classes) .== Double(label)).expandingAxis(at: 0)
  }
  return rows
}

public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  func isHit(_ n: Int) -> Bool { scores.row(n).argmax(along: 0) == [labels[n]] }
  return Double(labels.indices.filter(isHit).count) / Double(scores.shape[0])
}
