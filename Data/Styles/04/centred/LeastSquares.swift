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
  let middle = x.mean(along: 0, keepingAxis: true)
  let height = targets.mean(along: 0, keepingAxis: true)
  let c = x - middle
  let slopes = solve(c.transposed().matmul(c), c.transposed().matmul(targets - height))
  return slopes.concatenated(with: height - middle.matmul(slopes), along: 0)
}
