import Tensors

/// The gradients, with every entry between -limit and limit.
public func clipped(_ gradients: [Tensor], toValue limit: Double) -> [Tensor] {
  gradients.map { 0.5 * (abs($0 + limit) - abs($0 - limit)) }
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
  let norm = gradients.map { pow($0, 2).sum() }.reduce(0, +).squareRoot()
  guard norm.isFinite, norm >= limit, norm > 0 else { return (gradients, norm) }
  return (gradients.map { $0 / (norm / limit) }, norm)
}
