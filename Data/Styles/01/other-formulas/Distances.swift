import Tensors

public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  let squares = (a * a).sum(along: 1, keepingAxis: true) + (b * b).sum(along: 1)
  return max(squares - 2 * a.matmul(b.transposed()), 0)
}
