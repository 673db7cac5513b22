import Tensors

/// Maps one range of numbers to another by a straight line: `source`'s ends to `target`'s.
///
/// Numbers outside of `source` go on along the same line. `source` is wider than 0.
public struct Rescale: Transform {
  public var source: ClosedRange<Double>
  public var target: ClosedRange<Double>

  public init(from source: ClosedRange<Double> = 0...255, to target: ClosedRange<Double> = 0...1) {
    self.source = source
    self.target = target
  }

  public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    // TODO: 3.9  Which number goes to target.lowerBound?
    unfinished("3.9")
  }
}

/// Takes the mean of its channel from each entry, and divides by the channel's deviation.
///
/// A channel of deviation 0, exactly 0, is divided by 1.
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
    // TODO: 3.10  Axes are matched from the last one. Where must the C of [C] stand?
    unfinished("3.10")
  }
}

/// Makes a row of an image: `[C, H, W]` becomes `[C · H · W]`.
public struct Flatten: Transform {
  public init() {}

  public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    // TODO: 3.11  reshaped(to:) works out one number for you.
    unfinished("3.11")
  }
}

/// Several transforms one after the other, the first first.
public struct Compose: Transform {
  public var steps: [any Transform]

  public init(_ steps: [any Transform]) {
    self.steps = steps
  }

  public func apply(to image: Tensor, using generator: inout some RandomNumberGenerator) -> Tensor {
    // TODO: 3.12  What does the second step get?
    unfinished("3.12")
  }
}
