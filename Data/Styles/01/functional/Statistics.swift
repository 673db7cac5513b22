import Tensors

private func rows(_ x: Tensor) -> [[Double]] {
  (0..<x.shape[0]).map { x.row($0).scalars }
}

private func mean(_ numbers: [Double]) -> Double {
  numbers.reduce(0, +) / Double(numbers.count)
}

public func rowMeans(_ x: Tensor) -> Tensor {
  Tensor(rows(x).map(mean))
}

public func centeredRows(_ x: Tensor) -> Tensor {
  Tensor(
    rows(x).map { row in
      let m = mean(row)
      return row.map { $0 - m }
    })
}

public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  let columns = rows(x.transposed()).map { column in
    let m = mean(column)
    let v = mean(column.map { ($0 - m) * ($0 - m) })
    return column.map { ($0 - m) / (v + epsilon).squareRoot() }
  }
  return Tensor(columns).transposed()
}
