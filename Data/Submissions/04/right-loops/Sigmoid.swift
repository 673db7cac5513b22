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
  var p = x
  for i in 0..<x.count {
    let entry = x.scalars[i]
    p.mutateEntries { $0[i] = entry >= 0 ? 1 / (1 + exp(-entry)) : exp(entry) / (1 + exp(entry)) }
  }
  return p
}
