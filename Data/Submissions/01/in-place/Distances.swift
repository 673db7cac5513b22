import Tensors

public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  var d = a.matmul(b.transposed())
  d *= -2
  d += (a * a).sum(along: 1, keepingAxis: true)
  d += (b * b).sum(along: 1)
  d.replace(with: 0, where: d .< 0)
  return d
}
