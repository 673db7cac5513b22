import Tensors

/// Gives each group of channels of each sample mean 0 and deviation 1, and then each channel a scale
/// and a shift of its own.
///
///     x̂ = (x - mean) / √(variance + epsilon)        y = scale · x̂ + shift
///
/// A group is C / G channels that follow one another: the first group begins with channel 0. Mean and
/// variance are those of all entries of all channels of one group of one sample; the variance is
/// divided by their count.
///
/// | name             | shape             | meaning                                          |
/// | ---------------- | ----------------- | ------------------------------------------------ |
/// | `groups`         | a number          | G; C is a multiple of it                         |
/// | `x`              | `[N, C, d1, …, dk]` | N samples of C channels, each of d1 · … · dk entries |
/// | `scale`, `shift` | `[C]`             | learnt; at first 1 and 0                         |
/// | `y`              | as x              | the outputs                                      |
///
/// After Yuxin Wu and Kaiming He, "Group normalization", 2018.
public struct GroupNormalization: Sendable {
  public var groups: Int
  public var scale: Tensor
  public var shift: Tensor
  public var epsilon: Double

  /// A new layer for `channels` channels in `groups` groups.
  public init(groups: Int, channels: Int, epsilon: Double = 1e-5) {
    self.groups = groups
    scale = Tensor(ones: [channels])
    shift = Tensor(zeros: [channels])
    self.epsilon = epsilon
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (output: Tensor, cache: Normalized) {
    let rows = x.reshaped(to: [x.shape[0], groups, -1])
    let centered = rows - rows.mean(along: 2, keepingAxis: true)
    let deviation = sqrt((centered * centered).mean(along: 2, keepingAxis: true) + epsilon)
    let channels = [x.shape[0], scale.count, -1]
    let normalized = (centered / deviation).reshaped(to: channels)
    let y =
      normalized * scale.expandingAxis(at: 1) + shift.expandingAxis(at: 1)
    return (y.reshaped(to: x.shape), Normalized(centered: centered, deviation: deviation))
  }

  /// Returns the gradients of the loss at `x`, `scale` and `shift`, given `upstream`, its gradient at
  /// `y`.
  public func backward(
    _ upstream: Tensor, cache: Normalized
  ) -> (x: Tensor, scale: Tensor, shift: Tensor) {
    let (count, channels) = (upstream.shape[0], scale.count)
    let rows = cache.centered.shape
    let upstreamAtChannels = upstream.reshaped(to: [count, channels, -1])
    let normalized = cache.centered / cache.deviation
    let weighted = (upstreamAtChannels * scale.expandingAxis(at: 1)).reshaped(to: rows)
    let x =
      (weighted - weighted.mean(along: 2, keepingAxis: true)
        - normalized * (weighted * normalized).mean(along: 2, keepingAxis: true))
      / cache.deviation
    let products = upstreamAtChannels * normalized.reshaped(to: upstreamAtChannels.shape)
    return (
      x: x.reshaped(to: upstream.shape), scale: products.sum(along: 2).sum(along: 0),
      shift: upstreamAtChannels.sum(along: 2).sum(along: 0)
    )
  }
}
