import Tensors

/// Mirrors an image, left to right, with a probability.
public struct HorizontalFlip: Transform {
  public var probability: Double

  public init(probability: Double = 0.5) {
    self.probability = probability
  }

  /// Returns `image` `[C, H, W]` or its mirror image.
  public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    if Double.random(in: 0..<1, using: &generator) >= probability { return image }
    return image.flipped(along: [2])
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
    // columns first
    let left = Int.random(in: 0...(padded.shape[2] - width), using: &generator)
    let top = Int.random(in: 0...(padded.shape[1] - height), using: &generator)
    let planes = (0..<image.shape[0]).map { c -> Tensor in
      let plane = padded.row(c)[top..<(top + height)]
      return plane.transposed()[left..<(left + width)].transposed().expandingAxis(at: 0)
    }
    return Tensor(concatenating: planes, along: 0)
  }
}
