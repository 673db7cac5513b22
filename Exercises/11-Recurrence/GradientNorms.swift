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
  // TODO: 11.21  Run your layer for a single step, T times; and back again as many times.
  unfinished("11.21")
}

/// The root of the sum of the squares of all entries of all tensors.
private func norm(_ tensors: [Tensor]) -> Double {
  tensors.reduce(0) { $0 + ($1 * $1).sum() }.squareRoot()
}
