import Tensors

/// Gives each feature mean 0 and deviation 1 over the batch, and then a scale and a shift of its own.
///
///     x̂ = (x - mean) / √(variance + epsilon)        y = scale · x̂ + shift
///
/// In training, mean and variance are those of the batch, for each feature over its N samples; the
/// variance is divided by N. In testing, they are the running ones, which each batch of training has
/// moved:
///
///     running ← decay · running + (1 - decay) · that of the batch
///
/// | name               | shape    | meaning                                        |
/// | ------------------ | -------- | ---------------------------------------------- |
/// | `x`                | `[N, D]` | N samples of D features                        |
/// | `scale`, `shift`   | `[D]`    | learnt; at first 1 and 0                       |
/// | `runningMean`      | `[D]`    | at first 0                                     |
/// | `runningVariance`  | `[D]`    | at first 1; moved by the variance divided by N |
/// | `decay`            | a number | how much of the old running values is kept     |
/// | `y`                | `[N, D]` | the outputs                                    |
///
/// After Sergey Ioffe and Christian Szegedy, "Batch normalization", 2015.
public struct BatchNormalization: Sendable {
  public var scale: Tensor
  public var shift: Tensor
  public var runningMean: Tensor
  public var runningVariance: Tensor
  public var decay: Double
  public var epsilon: Double

  /// A new layer for `features` features.
  public init(features: Int, decay: Double = 0.9, epsilon: Double = 1e-5) {
    scale = Tensor(ones: [features])
    shift = Tensor(zeros: [features])
    runningMean = Tensor(zeros: [features])
    runningVariance = Tensor(ones: [features])
    self.decay = decay
    self.epsilon = epsilon
  }

  /// Moves the running mean and the running variance by those of a batch.
  public mutating func remember(mean: Tensor, variance: Tensor) {
    runningMean = decay * runningMean + (1 - decay) * mean
    runningVariance = decay * runningVariance + (1 - decay) * variance
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public mutating func forward(
    _ x: Tensor, mode: Mode
  ) -> (output: Tensor, cache: Normalized) {
    let columns = x.transposed()
    let mean = mode == .training ? columns.mean(along: 1) : runningMean
    let centered = columns - mean.expandingAxis(at: 1)
    let variance =
      mode == .training ? (centered * centered).mean(along: 1) : runningVariance
    if case .training = mode { remember(mean: mean, variance: variance) }
    let deviation = sqrt(variance + epsilon).expandingAxis(at: 1)
    let y = centered / deviation * scale.expandingAxis(at: 1) + shift.expandingAxis(at: 1)
    return (y.transposed(), Normalized(centered: centered, deviation: deviation, mode: mode))
  }

  /// Returns the gradients of the loss at `x`, `scale` and `shift`, given `upstream`, its gradient at
  /// `y`.
  ///
  /// Of a pass in training, mean and variance depend on `x`, and hand gradients on to it; of a pass in
  /// testing, they are numbers like any others.
  public func backward(
    _ upstream: Tensor, cache: Normalized
  ) -> (x: Tensor, scale: Tensor, shift: Tensor) {
    let g = upstream.transposed()
    let normalized = cache.centered / cache.deviation
    let weighted = g * scale.expandingAxis(at: 1)
    let lost =
      weighted.mean(along: 1, keepingAxis: true)
      + normalized * (weighted * normalized).mean(along: 1, keepingAxis: true)
    let x = (cache.mode == .testing ? weighted : weighted - lost) / cache.deviation
    return (x.transposed(), (g * normalized).sum(along: 1), g.sum(along: 1))
  }
}
