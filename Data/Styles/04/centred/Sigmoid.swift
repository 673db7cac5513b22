import Tensors

/// The logistic function, entry by entry: it makes a probability of a score.
///
///     p = 1 / (1 + e⁻ˣ)
///
/// | name | shape | meaning                             |
/// | ---- | ----- | ----------------------------------- |
/// | `x`  | any   | scores, any numbers                 |
/// | `p`  | as x  | probabilities, between 0 and 1      |
public func sigmoid(_ x: Tensor) -> Tensor {
  let e = exp(-abs(x))
  let right = 1 / (1 + e)
  return (1 - right).replacing(with: right, where: x .>= 0).replacing(with: e / (1 + e), where: x .< 0)
}
