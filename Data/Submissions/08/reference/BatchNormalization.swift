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
    // begin 8.3: Which of the two is multiplied by decay: what was, or what is new?
    runningMean = decay * runningMean + (1 - decay) * mean
    runningVariance = decay * runningVariance + (1 - decay) * variance
    // end
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public mutating func forward(
    _ x: Tensor, mode: Mode
  ) -> (output: Tensor, cache: Normalized) {
    // begin 8.4: Take the mean away first, and only then square. Who remembers, and in which mode?
    let centered, variance: Tensor
    switch mode {
    case .training:
      let mean = x.mean(along: 0)
      centered = x - mean
      variance = (centered * centered).mean(along: 0)
      remember(mean: mean, variance: variance)
    case .testing:
      centered = x - runningMean
      variance = runningVariance
    }
    let deviation = sqrt(variance + epsilon)
    return (
      centered * (scale / deviation) + shift,
      Normalized(centered: centered, deviation: deviation, mode: mode)
    )
    // end
  }

  /// Returns the gradients of the loss at `x`, `scale` and `shift`, given `upstream`, its gradient at
  /// `y`.
  ///
  /// Of a pass in training, mean and variance depend on `x`, and hand gradients on to it; of a pass in
  /// testing, they are numbers like any others.
  public func backward(
    _ upstream: Tensor, cache: Normalized
  ) -> (x: Tensor, scale: Tensor, shift: Tensor) {
    // begin 8.5: Of scale · upstream, which part do the mean and x̂ take away?
    let (centered, deviation) = (cache.centered, cache.deviation)
    let atShift = upstream.sum(along: 0)
    let atScale = (upstream * centered).sum(along: 0) / deviation
    let slope = scale / deviation
    var x = upstream * slope
    if cache.mode == .training {
      let count = Double(upstream.shape[0])
      x -= centered * (slope * atScale / deviation / count)
      x -= slope * atShift / count
    }
    return (x: x, scale: atScale, shift: atShift)
    // end
  }
}
