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
  var y = Tensor(zeros: x.shape)
  let k = training.shape[0]
  for d in 0..<training.shape[1] {
    var mean = 0.0
    var same = true
    for i in 0..<k {
      mean += training[i, d]
      if training[i, d] != training[0, d] { same = false }
    }
    mean /= Double(k)
    if same { mean = training[0, d] }
    var variance = 0.0
    for i in 0..<k {
      variance += (training[i, d] - mean) * (training[i, d] - mean)
    }
    variance /= Double(k)
    let divisor = same ? 1 : variance.squareRoot()
    for n in 0..<x.shape[0] {
      y[n, d] = (x[n, d] - mean) / divisor
    }
  }
  return y
}
