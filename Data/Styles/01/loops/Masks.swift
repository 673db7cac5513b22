import Tensors

public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  var y = Tensor(zerosLike: x)
  for n in 0..<x.shape[0] {
    for m in 0..<x.shape[1] {
      if x[n, m] >= thresholds[n] {
        y[n, m] = x[n, m]
      }
    }
  }
  return y
}

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var rows = Tensor(zeros: [labels.count, classes])
  for (i, label) in labels.enumerated() {
    if label >= 0 && label < classes {
      rows[i, label] = 1
    }
  }
  return rows
}

public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  var hits = 0.0
  for i in 0..<scores.shape[0] {
    var best = 0
    for c in 0..<scores.shape[1] where scores[i, c] > scores[i, best] {
      best = c
    }
    if best == labels[i] { hits += 1 }
  }
  return hits / Double(labels.count)
}
