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
///
/// Where sums are rounded, that 0 may be a number like 10⁻¹⁷. There is one sample or more.
public func channelStatistics(of dataset: any Dataset) -> (mean: Tensor, deviation: Tensor) {
  // begin 3.8: One pass for the mean, and one for the distances from it.
  func channels(_ index: Int) -> Tensor {
    let image = dataset.sample(at: index).image
    return image.reshaped(to: [image.shape[0], -1]).converted(to: .float64)  // [C, H · W]
  }
  let first = channels(0)
  var sum = Tensor(zeros: [first.shape[0], 1])
  for index in 0..<dataset.count {
    sum += channels(index).sum(along: 1, keepingAxis: true)
  }
  let count = Double(dataset.count * first.shape[1])
  let mean = sum / count  // [C, 1]
  var squares = Tensor(zeros: [first.shape[0]])
  for index in 0..<dataset.count {
    let distance = channels(index) - mean
    squares += (distance * distance).sum(along: 1)
  }
  return (mean.squeezed(at: 1), sqrt(squares / count))
  // end
}
