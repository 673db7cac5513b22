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
	// Welford, image by image: numbers, mean and squares of each channel.
	var n = 0.0
	var mean: [Double] = []
	var squares: [Double] = []
	for i in 0..<dataset.count {
		let image = dataset.sample(at: i).image
		let x = image.scalars
		let C = image.shape[0]
		let plane = x.count / C
		if i == 0 {
			mean = [Double](repeating: 0, count: C)
			squares = mean
		}
		for p in 0..<plane {
			n += 1
			for c in 0..<C {
				let old = x[c * plane + p] - mean[c]
				mean[c] += old / n
				squares[c] += old * (x[c * plane + p] - mean[c])
			}
		}
	}
	return (Tensor(mean), Tensor(squares.map { ($0 / n).squareRoot() }))
}
