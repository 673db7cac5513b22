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
    var mirrored = image
    let width = image.shape[2]
    for channel in 0..<image.shape[0] {
      for row in 0..<image.shape[1] {
        for column in 0..<width {
          mirrored[channel, row, column] = image[channel, row, width - 1 - column]
        }
      }
    }
    return mirrored
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
    let shape = image.shape
    let top = Int.random(in: 0...(shape[1] + 2 * padding - height), using: &generator) - padding
    let left = Int.random(in: 0...(shape[2] + 2 * padding - width), using: &generator) - padding
    var piece = Tensor(zeros: [shape[0], height, width])
    for channel in 0..<shape[0] {
      for row in 0..<height where (0..<shape[1]).contains(row + top) {
        for column in 0..<width where (0..<shape[2]).contains(column + left) {
          piece[channel, row, column] = image[channel, row + top, column + left]
        }
      }
    }
    return piece
  }
}
