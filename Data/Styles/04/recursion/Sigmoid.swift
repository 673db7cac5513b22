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
  guard x.rank > 0, x.shape[0] > 1 else { return 1 / (1 + exp(-x)) }
  let half = x.shape[0] / 2
  return sigmoid(x[..<half]).concatenated(with: sigmoid(x[half...]), along: 0)
}
