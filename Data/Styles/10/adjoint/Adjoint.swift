import Tensors

public func adjointGap(
  of there: (Tensor) -> Tensor, and back: (Tensor) -> Tensor, x: Tensor, y: Tensor
) -> Double {
  func product(_ a: Tensor, _ b: Tensor) -> Double {
    zip(a.scalars, b.scalars).reduce(0) { $0 + $1.0 * $1.1 }
  }
  let forth = product(there(x), y)
  let home = product(back(y), x)
  return forth - home
}
