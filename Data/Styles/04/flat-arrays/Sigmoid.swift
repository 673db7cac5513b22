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
  var v = x.scalars
  let n = v.count
  var i = 0
  while i < n { let e = exp(Tensor([-v[i]])).scalar; v[i] = 1.0 / (1.0 + e); i += 1 }
  return Tensor(shape: x.shape, scalars: v).converted(to: x.elementType)
}
