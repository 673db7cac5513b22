import Exercise09
import Tensors

/// A skip connection: the input is kept, and what the inner modules make of it is put behind it, channel
/// behind channel.
///
///     y = (x, inner(x))        along the axis of the channels
///
/// The inner modules may make an image smaller; at their end it has the rows and columns of x again.
///
/// | name       | shape              | meaning                                |
/// | ---------- | ------------------ | -------------------------------------- |
/// | `x`        | `[N, C, H, W]`     | N images of C channels                 |
/// | `inner(x)` | `[N, D, H, W]`     | D channels                             |
/// | `y`        | `[N, C + D, H, W]` | first the C channels of x, then the D  |
public struct Skip: Module {
  public var inner: Chain

  public init(inner: Chain) {
    self.inner = inner
  }

  public var parameters: [Tensor] {
    get { inner.parameters }
    set { inner.parameters = newValue }
  }

  public var statistics: [Tensor] {
    get { inner.statistics }
    set { inner.statistics = newValue }
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public mutating func forward(
    _ x: Tensor, training: Bool
  ) -> (output: Tensor, cache: Cache) {
    // begin 10.11: Call inner itself, not a copy: its modules may take notes.
    let (made, cache) = inner.forward(x, training: training)
    return (x.concatenated(with: made, along: 1), Cache([x], parts: [cache]))
    // end
  }

  /// Returns the gradients of the loss at `x`, and at each of `parameters`, in their order.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // begin 10.12: Which channels of upstream belong to whom, and on how many ways has x moved y?
    let channels = cache[0].shape[1]
    let kept = upstream.channelsFirst[..<channels].channelsFirst
    let made = upstream.channelsFirst[channels...].channelsFirst
    let (x, parameters) = inner.backward(made, cache: cache.parts[0])
    return (kept + x, parameters)
    // end
  }
}
