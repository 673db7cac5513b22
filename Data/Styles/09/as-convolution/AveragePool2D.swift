import Tensors

/// Of each window the mean, channel by channel.
///
///     y[n, c, o, p] = 1 / (KH · KW) · Σ x[n, c, row, column]        over the entries of the window
///
/// Zeros stand in the padding, and they are counted: the sum is always divided by KH · KW.
///
/// | name     | shape          | meaning                                                            |
/// | -------- | -------------- | ------------------------------------------------------------------ |
/// | `window` |                | its padding is smaller than its height KH and its width KW; its dilation is 1 |
/// | `x`      | `[N, C, H, W]` | N images of C channels                                             |
/// | `y`      | `[N, C, O, P]` | O and P as `window.places` says                                    |
public struct AveragePool2D: Module {
  public var window: Window

  public init(window: Window) {
    self.window = window
  }

  public var parameters: [Tensor] {
    get { [] }
    set {}
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    let padded = x.padded(by: [0, 0, window.padding, window.padding])
    let size = [window.height, window.width]
    let kernel = Tensor(repeating: 1 / Double(window.height * window.width), shape: size)
      .converted(to: x.elementType)
    return (
      padded.windows(of: size, stride: window.stride).tensordot(kernel, along: [4, 5], and: [0, 1]),
      [padded]
    )
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    let size = [window.height, window.width]
    let share = Tensor(repeating: 1 / Double(window.height * window.width), shape: size)
    var dx = Tensor(zerosLike: cache[0])
    dx.add(
      upstream.reshaped(to: upstream.shape + [1, 1]) * share, toWindowsOf: size,
      stride: window.stride)
    return (dx.cropped(by: [0, 0, window.padding, window.padding]), [])
  }
}
