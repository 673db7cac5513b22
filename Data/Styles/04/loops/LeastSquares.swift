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
  let (n, d, m) = (x.shape[0], x.shape[1], targets.shape[1])
  var a = Tensor(zeros: [d + 1, d + 1])
  var b = Tensor(zeros: [d + 1, m])
  for i in 0..<n {
    for j in 0...d {
      let left = j < d ? x[i, j] : 1
      for k in 0...d { a[j, k] += left * (k < d ? x[i, k] : 1) }
      for k in 0..<m { b[j, k] += left * targets[i, k] }
    }
  }
  return solve(a, b)
}
