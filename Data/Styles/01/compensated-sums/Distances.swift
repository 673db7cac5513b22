import Tensors

public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  precondition(a.shape[1] == b.shape[1])
  let middle = b.mean(along: 0)                 // the same for both: distances stay
  let p = a - middle, q = b - middle
  let pp = (p * p).sum(along: 1, keepingAxis: true)
  let qq = (q * q).sum(along: 1)
  let d = pp + qq - 2 * p.matmul(q.transposed())
  return d.replacing(with: 0, where: d .< 0)
}
