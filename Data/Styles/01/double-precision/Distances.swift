import Tensors

public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  let (a, b) = (a.converted(to: .float64), b.converted(to: .float64))
  let (n, m, k) = (a.shape[0], b.shape[0], a.shape[1])
  let difference = a.reshaped(to: [n, 1, k]) - b.reshaped(to: [1, m, k])
  return sqrt((difference * difference).sum(along: 2)).squared
}

extension Tensor {
  fileprivate var squared: Tensor { self * self }
}
