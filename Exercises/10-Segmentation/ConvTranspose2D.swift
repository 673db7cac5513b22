import Exercise09
import Tensors

/// The transposed convolution: what a convolution's way back does to a gradient, done to an image on its
/// way there. It makes images larger, and what it adds is learnt.
///
///     y[n, f, i·s - q + k·d, j·s - q + l·d] += w[c, f, k, l] · x[n, c, i, j]
///
/// at every n, c, i, j, f, k and l, and b[f] once for each entry of y. s is the stride, q the padding and
/// d the dilation; what falls outside of y is dropped. The kernel is not turned round.
///
/// | name            | shape            | meaning                                              |
/// | --------------- | ---------------- | ---------------------------------------------------- |
/// | `x`             | `[N, C, H, W]`   | N images of C channels                               |
/// | `weights`       | `[C, F, KH, KW]` | w, as a convolution from F channels to C has them    |
/// | `bias`          | `[F]`            | b                                                    |
/// | `window`        |                  | `height` is KH, `width` is KW                        |
/// | `outputPadding` | a number         | how many rows and columns y has more, below and on the right; less than the stride |
/// | `y`             | `[N, F, O, P]`   | O and P as `size` says                               |
public struct ConvTranspose2D: Module {
  public var weights: Tensor
  public var bias: Tensor
  public var window: Window
  public var outputPadding: Int

  public init(weights: Tensor, bias: Tensor, window: Window, outputPadding: Int = 0) {
    self.weights = weights
    self.bias = bias
    self.window = window
    self.outputPadding = outputPadding
  }

  /// A layer as it begins: weights drawn from the normal distribution with mean 0 and the deviation
  /// √(2 / (C · KH · KW)), and a bias of 0.
  public init(
    from channels: Int, to filters: Int, _ window: Window, outputPadding: Int = 0,
    using generator: inout some RandomNumberGenerator
  ) {
    // TODO: 10.1  Which of the two numbers of channels comes first in the shape of the weights?
    unfinished("10.1")
  }

  public var parameters: [Tensor] {
    get { [weights, bias] }
    set { (weights, bias) = (newValue[0], newValue[1]) }
  }

  /// Returns how many rows O and columns P the output has for an image of `rows` rows and `columns`
  /// columns.
  ///
  ///     O = (H - 1) · s - 2 · q + d · (KH - 1) + 1 + outputPadding
  public func size(rows: Int, columns: Int) -> (rows: Int, columns: Int) {
    // TODO: 10.2  How far from the first window does the last one begin?
    unfinished("10.2")
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    // TODO: 10.3  Make y larger by the padding, add every window to it, and crop it at the end.
    unfinished("10.3")
  }

  /// Returns the gradients of the loss at `x`, and at `weights` and `bias`, given `upstream`, its gradient
  /// at `y`. They are sums over the N images.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // TODO: 10.4  The way back of a way back is the way there: which convolution is it?
    unfinished("10.4")
  }
}
