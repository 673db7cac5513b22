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
    let rows = x.reshaped(to: [-1, scale.count])
    let centered = rows - rows.mean(along: 1, keepingAxis: true)
    let deviation = pow((centered * centered).mean(along: 1, keepingAxis: true) + epsilon, 0.5)
    let y = scale * centered / deviation + shift
    return (y.reshaped(to: x.shape), Normalized(centered: centered, deviation: deviation))
  }

  /// Returns the gradients of the loss at `x`, `scale` and `shift`, given `upstream`, its gradient at
  /// `y`.
  public func backward(
    _ upstream: Tensor, cache: Normalized
  ) -> (x: Tensor, scale: Tensor, shift: Tensor) {
    let g = upstream.reshaped(to: cache.centered.shape)
    let d = scale.count
    let normalized = cache.centered / cache.deviation
    let products = g * normalized
    let sum = (g * scale).sum(along: 1, keepingAxis: true)
    let product = (products * scale).sum(along: 1, keepingAxis: true)
    let x = (g * scale * Double(d) - sum - normalized * product) / (cache.deviation * Double(d))
    return (x.reshaped(to: upstream.shape), products.sum(along: 0), g.sum(along: 0))
  }
}
