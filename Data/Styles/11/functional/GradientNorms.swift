import Tensors

/// How much of the gradient at the last state comes back to each state before it.
///
/// The layer reads `x` from a state of zeros. The gradient of the loss at the last h is `upstream`, and it
/// is 0 at c, where there is one, and at all outputs before.
///
/// | name       | shape       | meaning                                                            |
/// | ---------- | ----------- | ------------------------------------------------------------------ |
/// | `x`        | `[T, N, D]` | T steps of N sequences                                             |
/// | `upstream` | `[N, H]`    | the gradient at the last h                                         |
/// | result     | T + 1       | norms of the gradient at the state: before step 0, …, after the last |
///
/// The norm is the root of the sum of the squares of all entries: of h, and of c where there is one.
public func stateGradientNorms(
  of layer: RecurrentLayer, over x: Tensor, upstream: Tensor
) -> [Double] {
  func norms(_ t: Int, _ state: [Tensor]) -> (gradient: [Tensor], norms: [Double]) {
    guard t < x.shape[0] else {
      let gradient = state.enumerated().map { $0 == 0 ? upstream : 0 * $1 }
      return (gradient, [norm(gradient)])
    }
    let (outputs, next, cache) = layer.forward(x[t..<t + 1], from: state)
    let (later, known) = norms(t + 1, next)
    let gradient = layer.backward(0 * outputs, state: later, cache: cache).state
    return (gradient, [norm(gradient)] + known)
  }
  return norms(0, (0..<layer.cell.stateCount).map { _ in 0 * upstream }).norms
}

/// The root of the sum of the squares of all entries of all tensors.
private func norm(_ tensors: [Tensor]) -> Double {
  tensors.reduce(0) { $0 + ($1 * $1).sum() }.squareRoot()
}
