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
  // The gradient at the state before step t is that of a run which begins there.
  let steps = x.shape[0]
  func zeros(_ like: Tensor) -> [Tensor] {
    (0..<layer.cell.stateCount).map { _ in Tensor(zerosLike: like) }
  }
  return (0...steps).map { t in
    let rest = (1..<layer.cell.stateCount).map { _ in Tensor(zerosLike: upstream) }
    guard t < steps else { return norm([upstream] + rest) }
    let state = t == 0 ? zeros(upstream) : layer.forward(x[..<t]).state
    let (outputs, _, cache) = layer.forward(x[t...], from: state)
    return norm(
      layer.backward(Tensor(zerosLike: outputs), state: [upstream] + rest, cache: cache).state)
  }
}

/// The root of the sum of the squares of all entries of all tensors.
private func norm(_ tensors: [Tensor]) -> Double {
  tensors.reduce(0) { $0 + ($1 * $1).sum() }.squareRoot()
}
