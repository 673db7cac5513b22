import Tensors

/// The gradients, with every entry between -limit and limit.
public func clipped(_ gradients: [Tensor], toValue limit: Double) -> [Tensor] {
  var result: [Tensor] = []
  for gradient in gradients {
    var entries = gradient.scalars
    for i in entries.indices {
      if entries[i] > limit { entries[i] = limit }
      if entries[i] < -limit { entries[i] = -limit }
    }
    result.append(
      Tensor(shape: gradient.shape, scalars: entries).converted(to: gradient.elementType))
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
  var sum = 0.0
  for gradient in gradients {
    for entry in gradient.scalars { sum += entry * entry }
  }
  let norm = sum.squareRoot()
  var result = gradients
  if norm > limit && norm < .infinity {
    for i in result.indices { result[i] *= limit / norm }
  }
  return (result, norm)
}
