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
  let all = Lengths(gradients)
  guard all.total.isFinite, all.total > limit else { return (gradients, all.total) }
  return (all.scaled(to: limit), all.total)
}

private struct Lengths {
  let gradients: [Tensor]
  let squares: [Double]

  init(_ gradients: [Tensor]) {
    self.gradients = gradients
    squares = gradients.map { ($0 * $0).sum() }
  }

  var total: Double { squares.reduce(0, +).squareRoot() }

  func scaled(to length: Double) -> [Tensor] { gradients.map { $0 / total * length } }
}
