import Foundation
import Tensors

/// The gradients, with every entry between -limit and limit.
public func clipped(_ gradients: [Tensor], toValue limit: Double) -> [Tensor] {
  gradients.map { max(min($0, limit), -limit) }
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
  let norm = sqrt(gradients.flatMap(\.scalars).map { $0 * $0 }.reduce(0, +))
  let factor = norm.isFinite ? min(1, limit / norm) : 1
  return (factor < 1 ? gradients.map { factor * $0 } : gradients, norm)
}
