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
  var (sums, squares): ([Double], [Double]) = ([], [])
  var count = 0
  for index in 0..<dataset.count {
    let image = dataset.sample(at: index).image
    let (entries, plane) = (image.scalars, image.count / image.shape[0])
    if sums.isEmpty {
      sums = [Double](repeating: 0, count: image.shape[0])
      squares = sums
    }
    for (i, entry) in entries.enumerated() {
      sums[i / plane] += entry
      squares[i / plane] += entry * entry
    }
    count += plane
  }
  let means = sums.map { $0 / Double(count) }
  let variances = zip(squares, means).map { max($0 / Double(count) - $1 * $1, 0) }
  return (Tensor(means), sqrt(Tensor(variances)))
}
