import Tensors

public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  let k = a.shape[1]
  let left = a.reshaped(to: [a.shape[0], 1, k]), right = b.reshaped(to: [1, b.shape[0], k])
  let gap = abs(left - right)
  return (gap * gap).sum(along: 2)
}
