import Tensors

public func rowMeans(_ x: Tensor) -> Tensor {
  x.transposed().mean(along: 0)
}

public func centeredRows(_ x: Tensor) -> Tensor {
  let columns = x.transposed()
  return (columns - columns.mean(along: 0)).transposed()
}

public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  let rows = centeredRows(x.transposed())
  let deviations = sqrt(rowMeans(rows * rows) + epsilon)
  return (rows / deviations.expandingAxis(at: 1)).transposed()
}
