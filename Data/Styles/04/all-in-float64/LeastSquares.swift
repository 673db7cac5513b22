import Tensors

/// Returns the weights `[D + 1, M]` with the lowest mean squared error there is, without a step.
///
///     X̃ᵀX̃ · W = X̃ᵀ · targets         X̃ = [x, 1]
///
/// | name      | shape    | meaning                                                      |
/// | --------- | -------- | ------------------------------------------------------------ |
/// | `x`       | `[N, D]` | samples, more than D, no column a mixture of the others      |
/// | `targets` | `[N, M]` | what is right                                                |
public func leastSquares(_ x: Tensor, targets: Tensor) -> Tensor {
  let extended = Classifier.withBiasColumn(x)
  let transposed = extended.transposed()
  return solve(transposed.matmul(extended), transposed.matmul(targets))
}
