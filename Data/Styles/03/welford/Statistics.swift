import Tensors

/// Returns the mean and the deviation of each channel, over all pixels of all images.
///
///     mean[c]       =  Σ x[n, c, i, j] / M                      M = N · H · W
///     deviation[c]  =  √( Σ (x[n, c, i, j] - mean[c])² / M )
///
/// | name        | shape       | meaning                                   |
/// | ----------- | ----------- | ----------------------------------------- |
/// | `image`     | `[C, H, W]` | of each of the N samples, all of one shape |
/// | `mean`      | `[C]`       |                                           |
/// | `deviation` | `[C]`       | 0 where a channel never varies            |
public func channelStatistics(of dataset: any Dataset) -> (mean: Tensor, deviation: Tensor) {
  var mean = Tensor(zeros: [1])
  var squares = Tensor(zeros: [1])
  var seen = 0.0
  for index in 0..<dataset.count {
    let image = dataset.sample(at: index).image
    let rows = image.reshaped(to: [image.shape[0], -1]).converted(to: .float64).transposed()
    for pixel in 0..<rows.shape[0] {
      let x = rows.row(pixel)  // [C]
      seen += 1
      let before = x - mean
      mean = mean + before / seen
      squares = squares + before * (x - mean)
    }
  }
  return (mean, sqrt(squares / seen))
}
