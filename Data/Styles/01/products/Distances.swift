import Tensors

public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  let (n, m) = (a.shape[0], b.shape[0])
  let squares =
    (a * a).matmul(Tensor(ones: [a.shape[1], m]))
    + Tensor(ones: [n, b.shape[1]]).matmul((b * b).transposed())
  let distances = squares - 2 * a.matmul(b.transposed())
  return distances * (distances .> 0)
}
