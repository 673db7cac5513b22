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
  // by histogram-free, plain two passes per channel, with the first pixel as zero
  let shape = dataset.sample(at: 0).image.shape
  let flaeche = shape[1] * shape[2]
  let anzahl = Double(dataset.count) * Double(flaeche)
  let nullpunkt = dataset.sample(at: 0).image
  var mittel: [Double] = []
  for kanal in 0..<shape[0] { mittel.append(nullpunkt[kanal, 0, 0]) }
  let start = mittel
  var summen = [Double](repeating: 0, count: shape[0])
  for nummer in 0..<dataset.count {
    let bild = dataset.sample(at: nummer).image
    for kanal in 0..<shape[0] {
      for wert in bild.row(kanal).scalars { summen[kanal] += wert - start[kanal] }
    }
  }
  for kanal in 0..<shape[0] { mittel[kanal] += summen[kanal] / anzahl }
  var quadrate = [Double](repeating: 0, count: shape[0])
  for nummer in 0..<dataset.count {
    let bild = dataset.sample(at: nummer).image
    for kanal in 0..<shape[0] {
      for wert in bild.row(kanal).scalars { quadrate[kanal] += (wert - mittel[kanal]) * (wert - mittel[kanal]) }
    }
  }
  let abweichung = quadrate.map { ($0 / anzahl).squareRoot() }
  return (mean: Tensor(shape: [shape[0]], scalars: mittel), deviation: Tensor(shape: [shape[0]], scalars: abweichung))
}
