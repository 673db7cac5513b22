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
    // TODO: 8.8  In which shape is each group of each sample a row?
    unfinished("8.8")
  }

  /// Returns the gradients of the loss at `x`, `scale` and `shift`, given `upstream`, its gradient at
  /// `y`.
  public func backward(
    _ upstream: Tensor, cache: Normalized
  ) -> (x: Tensor, scale: Tensor, shift: Tensor) {
    // TODO: 8.9  Scale and shift belong to channels, mean and deviation to groups.
    unfinished("8.9")
  }
}
