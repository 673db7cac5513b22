import Tensors

/// The gradients, with every entry between -limit and limit.
public func clipped(_ gradients: [Tensor], toValue limit: Double) -> [Tensor] {
  gradients.map { min(max($0, -limit), limit) }
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
  let norm = gradients.length
  switch norm {
  case limit.nextUp..<Double.infinity: return (gradients.map { (limit / norm) * $0 }, norm)
  default: return (gradients, norm)
  }
}

extension [Tensor] {
  fileprivate var length: Double { map { ($0 * $0).sum() }.reduce(0, +).squareRoot() }
}
