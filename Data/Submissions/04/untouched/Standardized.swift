import Tensors

/// Returns `x` with each column shifted and scaled as it takes to give those of `training` mean 0 and
/// deviation 1.
///
///     y[n, d] = (x[n, d] - mean[d]) / deviation[d]
///
/// Means and deviations are those of `training`, whatever is in `x`; the variance is the mean of the
/// squared distances, divided by K. A column that is the same everywhere in `training` is only
/// shifted.
///
/// | name       | shape    | meaning                          |
/// | ---------- | -------- | -------------------------------- |
/// | `x`        | `[N, D]` | what is to be scaled             |
/// | `training` | `[K, D]` | the samples that are trained on  |
public func standardized(_ x: Tensor, like training: Tensor) -> Tensor {
  // TODO: 4.17  Test samples are scaled too. What do you know of them beforehand?
  unfinished("4.17")
}
