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
  let statistics = Statistics(of: training)
  return statistics.apply(to: x)
}

private struct Statistics {
  var mean: Tensor
  var deviation: Tensor
  init(of samples: Tensor) {
    mean = samples.mean(along: 0, keepingAxis: true)
    deviation = sqrt(pow(samples - mean, 2).mean(along: 0, keepingAxis: true))
    let spread = samples.max(along: 0, keepingAxis: true) - samples.min(along: 0, keepingAxis: true)
    deviation.replace(with: 1, where: spread .== 0)
  }
  func apply(to x: Tensor) -> Tensor { (x - mean) / deviation }
}
