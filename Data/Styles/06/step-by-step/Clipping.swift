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
  var sum = 0.0
  for gradient in gradients {
    let square = gradient * gradient
    sum += square.sum()
  }
  let norm = sum.squareRoot()
  if norm.isNaN { return (gradients, norm) }
  if norm == .infinity { return (gradients, norm) }
  if norm <= limit { return (gradients, norm) }
  let factor = limit / norm
  var result: [Tensor] = []
  for gradient in gradients { result.append(gradient * factor) }
  return (result, norm)
}
