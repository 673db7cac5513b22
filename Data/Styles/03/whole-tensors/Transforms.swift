import Tensors

/// Maps one range of numbers to another by a straight line: `source`'s ends to `target`'s.
///
/// Numbers outside of `source` go on along the same line.
public struct Rescale: Transform {
  public var source: ClosedRange<Double>
  public var target: ClosedRange<Double>

  public init(from source: ClosedRange<Double> = 0...255, to target: ClosedRange<Double> = 0...1) {
    self.source = source
    self.target = target
  }

  public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    let width = source.upperBound - source.lowerBound
    let weighted = (source.upperBound - image) * target.lowerBound
    return (weighted + (image - source.lowerBound) * target.upperBound) / width
  }
}

/// Takes the mean of its channel from each entry, and divides by the channel's deviation.
///
/// A channel of deviation 0 is divided by 1.
///
/// | name        | shape       | meaning |
/// | ----------- | ----------- | ------- |
/// | `image`     | `[C, H, W]` |         |
/// | `mean`      | `[C]`       |         |
/// | `deviation` | `[C]`       |         |
public struct Normalize: Transform {
  public var mean: Tensor
  public var deviation: Tensor

  public init(mean: Tensor, deviation: Tensor) {
    self.mean = mean
    self.deviation = deviation
  }

  public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    // [C, H, W] -> [H, W, C], where the last axis is that of [C], and back
    let last = image.transposed(permuting: [1, 2, 0])
    let divisor = Tensor(shape: deviation.shape, scalars: deviation.scalars.map { $0 == 0 ? 1 : $0 })
    return ((last - mean) / divisor).transposed(permuting: [2, 0, 1])
  }
}

/// Makes a row of an image: `[C, H, W]` becomes `[C · H · W]`.
public struct Flatten: Transform {
  public init() {}

  public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    return image.reshaped(to: [image.shape.reduce(1, *)])
  }
}

/// Several transforms one after the other, the first first.
public struct Compose: Transform {
  public var steps: [any Transform]

  public init(_ steps: [any Transform]) {
    self.steps = steps
  }

  public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    return steps.reduce(image) { $1.apply(to: $0, using: &generator) }
  }
}
