import Tensors

public func rowMeans(_ x: Tensor) -> Tensor {
  precondition(x.rank == 2, "a matrix, please")
  guard x.shape[1] > 0 else { return Tensor(zeros: [x.shape[0]]) }
  let rough = x.mean(along: 1)
  let rest = (x - rough.expandingAxis(at: 1)).mean(along: 1)
  return rough + rest
}

public func centeredRows(_ x: Tensor) -> Tensor {
  let y = x - x.mean(along: 1, keepingAxis: true)
  return y - y.mean(along: 1, keepingAxis: true)
}

public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  precondition(epsilon > 0)
  let shift = x.row(0)                          // near enough to the mean
  let y = x - shift
  let c = y - y.mean(along: 0)
  let rest = c.mean(along: 0)
  let variance = max((c * c).mean(along: 0) - rest * rest, 0)
  return (c - rest) / sqrt(variance + epsilon)
}
