import Tensors

/// The gradients, with every entry between -limit and limit.
public func clipped(_ gradients: [Tensor], toValue limit: Double) -> [Tensor] {
  // begin 6.19: Two functions of a tensor and a number do it.
  gradients.map { min(max($0, -limit), limit) }
  // end
}

/// The gradients, made shorter all together, and the length that they had.
///
///     norm = √(Σ g²)              over all entries of all tensors
///     g ← g · limit / norm        where norm > limit; elsewhere nothing changes
///
/// A norm that is infinite or NaN is returned as it is, and so are the gradients.
public func clipped(
  _ gradients: [Tensor], toNorm limit: Double
) -> (gradients: [Tensor], norm: Double) {
  // begin 6.20: One norm for all of them. What would a norm for each do to the direction?
  let norm = gradients.reduce(0) { $0 + ($1 * $1).sum() }.squareRoot()
  guard norm.isFinite, norm > limit else { return (gradients, norm) }
  return (gradients.map { $0 * (limit / norm) }, norm)
  // end
}
