import Tensors

/// Mirrors an image, left to right, with a probability.
public struct HorizontalFlip: Transform {
  public var probability: Double

  public init(probability: Double = 0.5) {
    self.probability = probability
  }

  /// Returns `image` `[C, H, W]` or its mirror image.
  public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    // TODO: 3.13  Which of the three axes runs from left to right?
    unfinished("3.13")
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
    // TODO: 3.14  At how many heights can the piece begin?
    unfinished("3.14")
  }
}
