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
  for j in 0..<x.shape[1] {
    var (sum, squares) = (0.0, 0.0)
    let k = training.shape[0]
    for i in 0..<k { sum += training[i, j] }
    let mean = sum / Double(k)
    for i in 0..<k { squares += (training[i, j] - mean) * (training[i, j] - mean) }
    var deviation = (squares / Double(k)).squareRoot()
    if deviation == 0 { deviation = 1 }
    for i in 0..<x.shape[0] { y[i, j] = (x[i, j] - mean) / deviation }
  }
  return y
}
