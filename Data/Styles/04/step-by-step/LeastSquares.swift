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
  let n = x.shape[0]
  let ones = Tensor(ones: [n, 1])
  let left = x.concatenated(with: ones, along: 1)
  let a = left.transposed().matmul(left)
  let b = left.transposed().matmul(targets)
  let w = solve(a, b)
  return w
}
