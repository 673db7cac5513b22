import Tensors

public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  Tensor(
    thresholds.scalars.enumerated().map { n, threshold in
      x.row(n).scalars.map { $0 < threshold ? 0 : $0 }
    })
}

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  Tensor(labels.map { label in (0..<classes).map { $0 == label ? 1.0 : 0.0 } })
}

public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  let hits = labels.enumerated().filter { n, label in
    let row = scores.row(n).scalars
    return row.firstIndex(of: row.max() ?? 0) == label
  }
  return Double(hits.count) / Double(labels.count)
}
