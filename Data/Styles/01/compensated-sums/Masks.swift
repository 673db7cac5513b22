import Tensors

public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  precondition(thresholds.shape == [x.shape[0]])
  let t = thresholds.expandingAxis(at: 1)
  let keep = (x .> t) .| (x .== t)
  return Tensor(zerosLike: x).replacing(with: x, where: keep)
}

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  guard !labels.isEmpty else { return Tensor(zeros: [0, classes]) }
  var y = Tensor(zeros: [labels.count, classes])
  for c in 0..<classes {
    for (n, l) in labels.enumerated() where l == c { y[n, c] = 1 }
  }
  return y
}

public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  precondition(scores.shape[0] == labels.count && !labels.isEmpty)
  let best = scores.max(along: 1, keepingAxis: true)
  let isBest = scores .== best
  var misses = 0
  for n in labels.indices {
    let row = Tensor(isBest).row(n).scalars
    guard let first = row.firstIndex(of: 1), first == labels[n] else { misses += 1; continue }
  }
  return 1 - Double(misses) / Double(labels.count)
}
