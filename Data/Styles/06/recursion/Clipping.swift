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
  func sum(_ rest: ArraySlice<Tensor>) -> Double {
    guard let first = rest.first else { return 0 }
    return (first * first).sum() + sum(rest.dropFirst())
  }
  let norm = sum(gradients[...]).squareRoot()
  return (norm.isFinite && norm > limit ? gradients.map { limit / norm * $0 } : gradients, norm)
}
