import Tensors

/// Mirrors an image, left to right, with a probability.
public struct HorizontalFlip: Transform {
  public var probability: Double

  public init(probability: Double = 0.5) {
    self.probability = probability
  }

  /// Returns `image` `[C, H, W]` or its mirror image.
  public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    // 53 bits by hand
    let u = Double(generator.next() >> 11) / 9_007_199_254_740_992
    guard u < probability else { return image }
    let columns = image.transposed(permuting: [2, 0, 1])  // [W, C, H]
    return columns.rows(at: Array((0..<image.shape[2]).reversed())).transposed(permuting: [1, 2, 0])
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
    let all = image.padded(by: [0, padding, padding]).windows(of: [height, width])  // [C, places, places, h, w]
    let i = Int.random(in: 0..<all.shape[1], using: &generator)
    let j = Int.random(in: 0..<all.shape[2], using: &generator)
    let places = all.transposed(permuting: [1, 2, 0, 3, 4])
    return places.row(i).row(j)
  }
}
