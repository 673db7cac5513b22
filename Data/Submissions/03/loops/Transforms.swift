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
    let slope =
      (target.upperBound - target.lowerBound) / (source.upperBound - source.lowerBound)
    return target.lowerBound + slope * (image - source.lowerBound)
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
    var result = image
    for channel in 0..<image.shape[0] {
      let divisor = deviation[channel] == 0 ? 1 : deviation[channel]
      for row in 0..<image.shape[1] {
        for column in 0..<image.shape[2] {
          result[channel, row, column] = (image[channel, row, column] - mean[channel]) / divisor
        }
      }
    }
    return result
  }
}

/// Makes a row of an image: `[C, H, W]` becomes `[C · H · W]`.
public struct Flatten: Transform {
  public init() {}

  public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    var row: [Double] = []
    for channel in 0..<image.shape[0] {
      for y in 0..<image.shape[1] {
        for x in 0..<image.shape[2] { row.append(image[channel, y, x]) }
      }
    }
    return Tensor(row)
  }
}

/// Several transforms one after the other, the first first.
public struct Compose: Transform {
  public var steps: [any Transform]

  public init(_ steps: [any Transform]) {
    self.steps = steps
  }

  public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    var result = image
    for step in steps { result = step.apply(to: result, using: &generator) }
    return result
  }
}
