import Tensors

/// The gradients, with every entry between -limit and limit.
public func clipped(_ gradients: [Tensor], toValue limit: Double) -> [Tensor] {
  var result = gradients
  for i in result.indices {
    result[i].replace(with: limit, where: result[i] .> limit)
    result[i].replace(with: -limit, where: result[i] .< -limit)
  }
  return result
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
  var (result, norm) = (gradients, 0.0)
  for gradient in gradients { norm += (gradient * gradient).sum() }
  norm.formSquareRoot()
  if norm.isFinite && norm > limit {
    for i in result.indices {
      result[i] /= norm
      result[i] *= limit
    }
  }
  return (result, norm)
}
