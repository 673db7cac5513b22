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
    let n = Double(x.count / x.shape[1])
    func perChannel(_ t: Tensor) -> Tensor { t.reshaped(to: [1, x.shape[1], 1, 1]) }
    func summed(_ t: Tensor) -> Tensor { t.sum(along: 3).sum(along: 2).sum(along: 0) }
    let mean = training ? summed(x) / n : runningMean
    let centered = x - perChannel(mean)
    let variance = training ? summed(centered * centered) / n : runningVariance
    if training {
      runningMean += (1 - decay) * (mean - runningMean)
      runningVariance += (1 - decay) * (variance - runningVariance)
    }
    let inverse = perChannel(1 / sqrt(variance + epsilon))
    return (perChannel(scale) * (centered * inverse) + perChannel(shift), [centered, inverse])
  }

  /// Returns the gradients of the loss at `x`, and at `scale` and `shift`, given `upstream`, its gradient
  /// at `y`, in training: the mean and the variance of the batch come from x as well.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    let (centered, inverse) = (cache[0], cache[1])
    let channels = centered.shape[1]
    let n = Double(centered.count / channels)
    func perChannel(_ t: Tensor) -> Tensor { t.reshaped(to: [1, channels, 1, 1]) }
    func summed(_ t: Tensor) -> Tensor { t.sum(along: 3).sum(along: 2).sum(along: 0) }
    let dNormal = upstream * perChannel(scale)
    let dVariance = -0.5 * perChannel(summed(dNormal * centered)) * inverse * inverse * inverse
    let dMean = -1 * perChannel(summed(dNormal)) * inverse
    return (
      dNormal * inverse + 2 / n * dVariance * centered + dMean / n,
      [summed(upstream * centered * inverse), summed(upstream)]
    )
  }
}
