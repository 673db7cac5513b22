import Tensors

/// Mirrors an image, left to right, with a probability.
public struct HorizontalFlip: Transform {
  public var probability: Double

  public init(probability: Double = 0.5) {
    self.probability = probability
  }

  /// Returns `image` `[C, H, W]` or its mirror image.
  public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    // begin 3.13: Which of the three axes runs from left to right?
    let isMirrored = Double.random(in: 0..<1, using: &generator) < probability
    return isMirrored ? image.flipped(along: [2]) : image
    // end
  }
}

/// Surrounds an image with zeros, and cuts a piece out of it, anywhere. The piece is never larger than
/// what it is cut out of.
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
    // begin 3.14: At how many heights can the piece begin?
    let padded = image.padded(by: [0, padding, padding])
    let top = Int.random(in: 0...padded.shape[1] - height, using: &generator)
    let left = Int.random(in: 0...padded.shape[2] - width, using: &generator)
    let rows = padded.transposed(permuting: [1, 2, 0])[top..<top + height]  // [height, …, C]
    let piece = rows.transposed(permuting: [1, 2, 0])[left..<left + width]  // [width, C, height]
    return piece.transposed(permuting: [1, 2, 0])
    // end
  }
}
