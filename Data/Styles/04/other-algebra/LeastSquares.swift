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
  let (meanX, meanTargets) = (x.mean(along: 0), targets.mean(along: 0))
  let (centered, rest) = (x - meanX, targets - meanTargets)
  let slopes = solve(centered.transposed().matmul(centered), centered.transposed().matmul(rest))
  let bias = meanTargets - meanX.matmul(slopes)
  return slopes.concatenated(with: bias.reshaped(to: [1, -1]), along: 0)
}
