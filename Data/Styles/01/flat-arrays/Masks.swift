import Tensors

public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  let m = x.shape[1]
  var y = x
  let t = thresholds.scalars
  y.mutateEntries { p in
    for i in p.indices { p[i] = p[i] >= t[i / m] ? p[i] : 0 }
  }
  return y
}

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var flat = [Double](repeating: 0, count: labels.count * classes)
  var i = 0
  while i < labels.count {
    let l = labels[i]
    if (0 <= l && l < classes) { flat[i * classes + l] = 1 }
    i += 1
  }
  return Tensor(shape: [labels.count, classes], scalars: flat)
}

public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  let c = scores.shape[1], p = scores.scalars
  var hits = 0, i = 0
  while i < labels.count {
    var b = c - 1, j = c - 2              // from the end: at a tie the earlier one wins
    while j >= 0 { if p[i * c + j] >= p[i * c + b] { b = j }; j -= 1 }
    hits += b == labels[i] ? 1 : 0
    i += 1
  }
  return Double(hits) / Double(labels.count)
}
