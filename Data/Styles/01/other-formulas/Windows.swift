import Tensors

public func movingAverages(_ x: Tensor, width: Int) -> Tensor {
  let parts = x.windows(of: [width]) / width
  return parts.sum(along: 2)
}
