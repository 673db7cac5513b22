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
  let all = (0..<dataset.count).lazy.map { index -> Tensor in
    let image = dataset.sample(at: index).image
    return Tensor(shape: [image.shape[0], image.count / image.shape[0]], scalars: image.scalars)
  }
  let count = Double(all.count * all[0].shape[1])
  let mean = all.map { $0.sum(along: 1) }.reduce(Tensor(zeros: [all[0].shape[0]]), +) / count
  let squares = all.map { pow($0 - mean.expandingAxis(at: 1), 2).sum(along: 1) }
  return (mean, sqrt(squares.reduce(Tensor(zerosLike: mean), +) / count))
}
