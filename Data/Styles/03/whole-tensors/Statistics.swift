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
  let first = dataset.sample(at: 0).image.converted(to: .float64)
  let shape = first.shape
  let (channels, plane) = (shape[0], shape[1] * shape[2])
  let origin = first.reshaped(to: [channels, plane]).transposed().row(0).expandingAxis(at: 1)  // [C, 1]
  func total(_ change: (Tensor) -> Tensor) -> Tensor {
    (0..<dataset.count).reduce(Tensor(zeros: [channels, 1])) { sum, i in
      let x = dataset.sample(at: i).image.converted(to: .float64).reshaped(to: [channels, plane])
      return sum + change(x).sum(along: 1, keepingAxis: true)
    }
  }
  let m = Double(dataset.count * plane)
  let mean = origin + total { $0 - origin } / m
  let variance = total { pow($0 - mean, 2) } / m
  return (mean.squeezed(at: 1), sqrt(variance).squeezed(at: 1))
}
