import Tensors

/// How far `back` is from being the adjoint of `there`, measured at one x and one y.
///
///     ⟨there(x), y⟩ - ⟨x, back(y)⟩
///
/// ⟨a, b⟩ is the sum of a · b over all entries. Of a map without a bias, that is linear, and of its way
/// back the difference is 0 but for rounding, whatever x and y are.
///
/// | name    | shape                       | meaning                         |
/// | ------- | --------------------------- | ------------------------------- |
/// | `there` | from x's shape to y's shape | a map                           |
/// | `back`  | from y's shape to x's shape | what is said to be its adjoint  |
/// | `x`     | any                         | where the one begins            |
/// | `y`     | as there(x)                 | where the other one begins      |
public func adjointGap(
  of there: (Tensor) -> Tensor, and back: (Tensor) -> Tensor, x: Tensor, y: Tensor
) -> Double {
  // begin 10.5: Two sums. Nothing is divided, and no sign is lost.
  (there(x) * y).sum() - (x * back(y)).sum()
  // end
}
