import Tensors

/// Gives the features of each sample mean 0 and deviation 1, and then each feature a scale and a shift
/// of its own. No sample knows of another, and there is nothing to remember.
///
///     x̂ = (x - mean) / √(variance + epsilon)        y = scale · x̂ + shift
///
/// Mean and variance are those of the D entries of one row; the variance is divided by D.
///
/// | name             | shape              | meaning                                   |
/// | ---------------- | ------------------ | ----------------------------------------- |
/// | `x`              | `[N, …, D]`        | rows of D features, on the last axis      |
/// | `scale`, `shift` | `[D]`              | learnt; at first 1 and 0                  |
/// | `y`              | as x               | the outputs                               |
///
/// After Jimmy Lei Ba, Jamie Ryan Kiros and Geoffrey Hinton, "Layer normalization", 2016.
public struct LayerNormalization: Sendable {
  public var scale: Tensor
  public var shift: Tensor
  public var epsilon: Double

  /// A new layer for `features` features.
  public init(features: Int, epsilon: Double = 1e-5) {
    scale = Tensor(ones: [features])
    shift = Tensor(zeros: [features])
    self.epsilon = epsilon
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (output: Tensor, cache: Normalized) {
    // TODO: 8.6  As batch normalization, along another axis. What has to be kept of that axis?
    unfinished("8.6")
  }

  /// Returns the gradients of the loss at `x`, `scale` and `shift`, given `upstream`, its gradient at
  /// `y`.
  public func backward(
    _ upstream: Tensor, cache: Normalized
  ) -> (x: Tensor, scale: Tensor, shift: Tensor) {
    // TODO: 8.7  Means along the row for x, but sums over all rows for scale and shift.
    unfinished("8.7")
  }
}
