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
  var y = x
  let mean = training.mean(along: 0, keepingAxis: true)
  y -= mean
  var variance = pow(training - mean, 2).mean(along: 0, keepingAxis: true)
  variance.replace(with: 1, where: variance .<= 0)
  y /= sqrt(variance)
  return y
}
