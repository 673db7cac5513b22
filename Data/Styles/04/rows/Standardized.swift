import Tensors

/// Returns `x` with each column shifted and scaled as it takes to give those of `training` mean 0 and
/// deviation 1.
///
///     y[n, d] = (x[n, d] - mean[d]) / deviation[d]
///
/// Means and deviations are those of `training`, whatever is in `x`; the variance is the mean of the
/// squared distances, divided by N. A column that is the same everywhere in `training` is only
/// shifted.
///
/// | name       | shape    | meaning                          |
/// | ---------- | -------- | -------------------------------- |
/// | `x`        | `[N, D]` | what is to be scaled             |
/// | `training` | `[K, D]` | the samples that are trained on  |
public func standardized(_ x: Tensor, like training: Tensor) -> Tensor {
  let count = Double(training.shape[0])
  let mean = (0..<training.shape[0]).map { training.row($0) }.reduce(0, +) / count
  let variance =
    (0..<training.shape[0]).map { pow(training.row($0) - mean, 2) }.reduce(0, +) / count
  let scale = sqrt(variance.replacing(with: 1, where: variance .== 0))
  return Tensor(
    concatenating: (0..<x.shape[0]).map { ((x.row($0) - mean) / scale).reshaped(to: [1, -1]) },
    along: 0)
}
