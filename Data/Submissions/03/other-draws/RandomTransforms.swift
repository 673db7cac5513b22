import Tensors

/// Mirrors an image, left to right, with a probability.
public struct HorizontalFlip: Transform {
  public var probability: Double

  public init(probability: Double = 0.5) {
    self.probability = probability
  }

  /// Returns `image` `[C, H, W]` or its mirror image.
  public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    generator.next() >> 11 < UInt64(probability * 0x1p53) ? image.flipped(along: [2]) : image
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
    let padded = image.padded(by: [0, padding, padding])
    let (rows, columns) = (padded.shape[1] - height + 1, padded.shape[2] - width + 1)
    let place = (0..<rows * columns).randomElement(using: &generator) ?? 0
    return padded.windows(of: [height, width])  // [C, rows, columns, height, width]
      .transposed(permuting: [1, 2, 0, 3, 4]).row(place / columns).row(place % columns)
  }
}
