import Tensors

public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  let (limits, m) = (thresholds.scalars, x.shape[1])
  var y = x
  y.mutateEntries { entries in
    for i in entries.indices where entries[i] < limits[i / m] { entries[i] = 0 }
  }
  return y
}

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var scalars = [Double](repeating: 0, count: labels.count * classes)
  for i in labels.indices where 0 <= labels[i] && labels[i] < classes {
    scalars[i * classes + labels[i]] = 1
  }
  return Tensor(shape: [labels.count, classes], scalars: scalars)
}

public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  let classes = scores.shape[1]
  let all = scores.scalars
  var hits = 0
  for (i, label) in labels.enumerated() {
    let row = all[i * classes..<(i + 1) * classes]
    // A hit is greater than all before it, and no less than all behind.
    let own = all[i * classes + label]
    let (before, behind) = (row.prefix(label), row.suffix(classes - label))
    if before.allSatisfy({ $0 < own }) && behind.allSatisfy({ $0 <= own }) { hits += 1 }
  }
  return Double(hits) / Double(labels.count)
}
