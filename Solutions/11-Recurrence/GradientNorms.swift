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
  // begin 11.21: Run your layer for a single step, T times; and back again as many times.
  var state = (0..<layer.cell.stateCount).map { _ in Tensor(zerosLike: upstream) }
  var caches: [SequenceCache] = []
  for t in 0..<x.shape[0] {
    let step = layer.forward(x[t..<t + 1], from: state)
    state = step.state
    caches.append(step.cache)
  }
  var gradient = state.indices.map { $0 == 0 ? upstream : Tensor(zerosLike: upstream) }
  var norms = [norm(gradient)]
  let none = Tensor(zerosLike: upstream).expandingAxis(at: 0)
  for cache in caches.reversed() {
    gradient = layer.backward(none, state: gradient, cache: cache).state
    norms.append(norm(gradient))
  }
  return norms.reversed()
  // end
}

/// The root of the sum of the squares of all entries of all tensors.
private func norm(_ tensors: [Tensor]) -> Double {
  tensors.reduce(0) { $0 + ($1 * $1).sum() }.squareRoot()
}
