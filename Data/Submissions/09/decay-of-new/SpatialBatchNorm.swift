import Tensors

/// Batch normalisation of images: every channel has mean 0 and variance 1 over a batch, and is then
/// scaled and shifted by what the network learns.
///
///     y[n, c, h, w] = scale[c] · (x[n, c, h, w] - mean[c]) / √(variance[c] + epsilon) + shift[c]
///
/// In training, mean and variance are those of channel c over all images, rows and columns of the
/// batch; the variance is the mean of the squared distances from the mean. Elsewhere they are the
/// running ones, which every batch of the training has moved:
///
///     running ← decay · running + (1 - decay) · that of the batch
///
/// | name              | shape          | meaning                                    |
/// | ----------------- | -------------- | ------------------------------------------ |
/// | `x`, `y`          | `[N, C, H, W]` | N images of C channels                     |
/// | `scale`           | `[C]`          | γ, 1 at first                              |
/// | `shift`           | `[C]`          | β, 0 at first                              |
/// | `runningMean`     | `[C]`          | 0 at first                                 |
/// | `runningVariance` | `[C]`          | 1 at first                                 |
///
/// After Sergey Ioffe and Christian Szegedy, "Batch normalization", 2015.
public struct SpatialBatchNorm: Module {
  public var scale: Tensor
  public var shift: Tensor
  public var runningMean: Tensor
  public var runningVariance: Tensor
  public var decay: Double
  public var epsilon: Double

  public init(channels: Int, decay: Double = 0.9, epsilon: Double = 1e-5) {
    scale = Tensor(ones: [channels])
    shift = Tensor(zeros: [channels])
    runningMean = Tensor(zeros: [channels])
    runningVariance = Tensor(ones: [channels])
    self.decay = decay
    self.epsilon = epsilon
  }

  public var parameters: [Tensor] {
    get { [scale, shift] }
    set { (scale, shift) = (newValue[0], newValue[1]) }
  }

  public var statistics: [Tensor] {
    get { [runningMean, runningVariance] }
    set { (runningMean, runningVariance) = (newValue[0], newValue[1]) }
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public mutating func forward(
    _ x: Tensor, training: Bool
  ) -> (output: Tensor, cache: Cache) {
    // begin 9.11: In which shape is a channel a row? And which variance is x's in a batch of one?
    let rows = x.channelsFirst.reshaped(to: [x.shape[1], -1])  // [C, N · H · W]
    var mean = runningMean
    var centered = rows
    var variance = runningVariance
    if training {
      mean = rows.mean(along: 1)
      centered -= mean.expandingAxis(at: 1)
      variance = (centered * centered).mean(along: 1)
      runningMean = (1 - decay) * runningMean + decay * mean
      runningVariance = (1 - decay) * runningVariance + decay * variance
    } else {
      centered -= mean.expandingAxis(at: 1)
    }
    let deviation = sqrt(variance + epsilon).expandingAxis(at: 1)  // [C, 1]
    let normal = centered / deviation
    let y = scale.expandingAxis(at: 1) * normal + shift.expandingAxis(at: 1)
    return (y.reshaped(to: x.channelsFirst.shape).channelsFirst, [normal, deviation])
    // end
  }

  /// Returns the gradients of the loss at `x`, and at `scale` and `shift`, given `upstream`, its gradient
  /// at `y`, in training: the mean and the variance of the batch come from x as well.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // begin 9.12: x[n, c, h, w] moves y in three ways: by itself, by the mean, and by the variance.
    let (normal, deviation) = (cache[0], cache[1])
    let slopes = upstream.channelsFirst.reshaped(to: normal.shape)
    let dScale = (slopes * normal).sum(along: 1)
    let dShift = slopes.sum(along: 1)
    let count = Double(normal.shape[1])
    let through =
      slopes - (dShift / count).expandingAxis(at: 1)
      - normal * (dScale / count).expandingAxis(at: 1)
    let dx = through * (scale.expandingAxis(at: 1) / deviation)
    return (dx.reshaped(to: upstream.channelsFirst.shape).channelsFirst, [dScale, dShift])
    // end
  }
}
