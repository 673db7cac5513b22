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
    // TODO: 9.9  A mean is a sum of products with 1 / (KH · KW).
    unfinished("9.9")
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // TODO: 9.10  How much does y grow when one entry of its window grows a little?
    unfinished("9.10")
  }
}
