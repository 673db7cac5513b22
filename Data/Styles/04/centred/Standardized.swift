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
  let d = training - training.mean(along: 0)
  let count = Double(training.shape[0])
  let flat = (training - training.row(0)).max(along: 0) .== (training - training.row(0)).min(along: 0)
  let inverse = (1 / sqrt((d * d).sum(along: 0) / count)).replacing(with: 1, where: flat)
  return (x - training.mean(along: 0)) * inverse
}
