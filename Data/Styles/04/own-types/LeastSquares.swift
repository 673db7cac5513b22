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
  NormalEquations(x, targets).solution
}

private struct NormalEquations {
  let left: Tensor, right: Tensor
  init(_ x: Tensor, _ targets: Tensor) {
    let a = Classifier.withBiasColumn(x), t = a.transposed()
    (left, right) = (t.matmul(a), t.matmul(targets))
  }
  var solution: Tensor { solve(left, right) }
}
