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
  return Tensor(shape: x.shape, scalars: exp(-x).scalars.map { 1 / (1 + $0) })
}
