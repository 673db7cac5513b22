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
  let shape = dataset.sample(at: 0).image.shape
  let (channels, height, width) = (shape[0], shape[1], shape[2])
  var means = [Double](repeating: 0, count: channels)
  var deviations = [Double](repeating: 0, count: channels)
  let pixels = Double(dataset.count * height * width)
  for channel in 0..<channels {
    for index in 0..<dataset.count {
      let image = dataset.sample(at: index).image
      for row in 0..<height {
        for column in 0..<width { means[channel] += image[channel, row, column] }
      }
    }
    means[channel] /= pixels
    for index in 0..<dataset.count {
      let image = dataset.sample(at: index).image
      for row in 0..<height {
        for column in 0..<width {
          let distance = image[channel, row, column] - means[channel]
          deviations[channel] += distance * distance
        }
      }
    }
    deviations[channel] = (deviations[channel] / pixels).squareRoot()
  }
  return (Tensor(means), Tensor(deviations))
}
