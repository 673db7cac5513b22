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
    let last = x.rank - 1
    let centered = x - x.mean(along: last, keepingAxis: true)
    let variance = (centered * centered).mean(along: last, keepingAxis: true)
    let deviation = sqrt(variance + epsilon)
    return (
      centered / deviation * scale + shift, Normalized(centered: centered, deviation: deviation)
    )
  }

  /// Returns the gradients of the loss at `x`, `scale` and `shift`, given `upstream`, its gradient at
  /// `y`.
  public func backward(
    _ upstream: Tensor, cache: Normalized
  ) -> (x: Tensor, scale: Tensor, shift: Tensor) {
    let last = upstream.rank - 1
    let normalized = cache.centered / cache.deviation
    let x =
      (upstream - upstream.mean(along: last, keepingAxis: true)
        - normalized * (upstream * normalized).mean(along: last, keepingAxis: true))
      * scale / cache.deviation
    let rows = [-1, scale.count]
    return (
      x: x, scale: (upstream * normalized).reshaped(to: rows).sum(along: 0),
      shift: upstream.reshaped(to: rows).sum(along: 0)
    )
  }
}
