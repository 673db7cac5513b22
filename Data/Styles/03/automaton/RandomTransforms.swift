import Tensors

/// Mirrors an image, left to right, with a probability.
public struct HorizontalFlip: Transform {
	public var probability: Double

	public init(probability: Double = 0.5) {
		self.probability = probability
	}

	/// Returns `image` `[C, H, W]` or its mirror image.
	public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
		let mirrored = Double.random(in: 0..<1, using: &generator) < probability
		if !mirrored { return image }
		let (C, H, W) = (image.shape[0], image.shape[1], image.shape[2])
		let old = image.scalars
		var new = old
		for row in 0..<(C * H) { for j in 0..<W { new[row * W + j] = old[row * W + (W - 1 - j)] } }
		return Tensor(shape: [C, H, W], scalars: new)
	}
}

/// Surrounds an image with zeros, and cuts a piece out of it, anywhere.
///
/// | name     | shape               | meaning                                            |
/// | -------- | ------------------- | -------------------------------------------------- |
/// | `image`  | `[C, H, W]`         | becomes `[C, H + 2 padding, W + 2 padding]`        |
/// | returned | `[C, height, width]`| a piece of that; every place in it is equally likely |
public struct RandomCrop: Transform {
	public var height: Int
	public var width: Int
	public var padding: Int

	public init(height: Int, width: Int, padding: Int) {
		self.height = height
		self.width = width
		self.padding = padding
	}

	public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
		// one draw for both
		let (C, H, W) = (image.shape[0], image.shape[1], image.shape[2])
		let (rows, columns) = (H + 2 * padding - height + 1, W + 2 * padding - width + 1)
		let place = Int.random(in: 0..<(rows * columns), using: &generator)
		let (top, left) = place.quotientAndRemainder(dividingBy: columns)
		let old = image.scalars
		var new = [Double](repeating: 0, count: C * height * width)
		for c in 0..<C {
			for i in 0..<height {
				for j in 0..<width {
					let (y, x) = (top + i - padding, left + j - padding)
					if y >= 0 && y < H && x >= 0 && x < W {
						new[(c * height + i) * width + j] = old[(c * H + y) * W + x]
					}
				}
			}
		}
		return Tensor(shape: [C, height, width], scalars: new)
	}
}
