import Tensors

/// Of each window the greatest entry, channel by channel.
///
///     y[n, c, o, p] = max x[n, c, row, column]        over the entries of the window at place o, p
///
/// | name     | shape          | meaning                                                      |
/// | -------- | -------------- | ------------------------------------------------------------ |
/// | `window` |                | its padding is smaller than its height and its width; its dilation is 1 |
/// | `x`      | `[N, C, H, W]` | N images of C channels                                       |
/// | `y`      | `[N, C, O, P]` | O and P as `window.places` says                              |
///
/// What lies in the padding is never the greatest: -∞ stands there, not 0.
public struct MaxPool2D: Module {
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
    // TODO: 9.7  padded(by:with:) takes -Double.infinity. Which axes of the windows go?
    unfinished("9.7")
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  ///
  /// Where several entries of a window are the greatest, the first of them has all of it, in the order of
  /// rows: from left to right, and from the top row down. An entry that is the greatest of several windows
  /// has the sum.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // TODO: 9.8  Who has been given upstream leaves nothing for the others of the window.
    unfinished("9.8")
  }
}
