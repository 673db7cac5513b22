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
  let columns = training.transposed()
  let scales = (0..<training.shape[1]).map { j -> (mean: Double, deviation: Double) in
    let column = columns.row(j).scalars
    let mean = column.reduce(0, +) / Double(column.count)
    let variance = column.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(column.count)
    return (mean, Set(column).count == 1 ? 1 : variance.squareRoot())
  }
  return Tensor(
    shape: x.shape,
    scalars: x.scalars.enumerated().map { i, entry in
      let (mean, deviation) = scales[i % scales.count]
      return (entry - mean) / deviation
    })
}
