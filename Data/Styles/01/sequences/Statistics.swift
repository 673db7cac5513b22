import Tensors

public func rowMeans(_ x: Tensor) -> Tensor {
  Tensor((0..<x.shape[0]).map { x.row($0).mean() }).converted(to: x.elementType)
}

public func centeredRows(_ x: Tensor) -> Tensor {
  let parts = stride(from: 0, to: x.shape[0], by: 1).map { n -> Tensor in
    let r = x.row(n)
    return (r - r.mean()).expandingAxis(at: 0)
  }
  return Tensor(concatenating: parts, along: 0)
}

public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  let deviationOf = { (c: Tensor) -> Tensor in sqrt((c * c).sum(along: 0) / c.shape[0] + epsilon) }
  let centred = x - x.mean(along: 0)
  return centred / deviationOf(centred)
}
