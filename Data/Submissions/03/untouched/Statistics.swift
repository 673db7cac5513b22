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
  // TODO: 3.8  One pass for the mean, and one for the distances from it.
  unfinished("3.8")
}
