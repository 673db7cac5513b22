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
    // begin 10.1: Which of the two numbers of channels comes first in the shape of the weights?
    let inputs = Double(channels * window.height * window.width)
    let weights = Tensor(
      normal: [channels, filters, window.height, window.width], using: &generator)
    self.init(
      weights: (2 / inputs).squareRoot() * weights, bias: Tensor(zeros: [filters]), window: window,
      outputPadding: outputPadding)
    // end
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
    // begin 10.2: How far from the first window does the last one begin?
    func size(_ count: Int, _ length: Int) -> Int {
      (count - 1) * window.stride - 2 * window.padding + window.dilation * (length - 1) + 1
        + outputPadding
    }
    return (size(rows, window.height), size(columns, window.width))
    // end
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    // begin 10.3: Make y larger by the padding, add every window to it, and crop it at the end.
    let q = window.padding
    let (rows, columns) = size(rows: x.shape[2], columns: x.shape[3])
    let patches = weights.tensordot(x, along: [0], and: [1])  // [F, KH, KW, N, H, W]
    var y = Tensor(zeros: [x.shape[0], bias.count, rows + 2 * q, columns + 2 * q])
    y.add(
      patches.transposed(permuting: [3, 0, 4, 5, 1, 2]),
      toWindowsOf: [window.height, window.width],
      stride: window.stride, dilation: window.dilation)
    return (y.cropped(by: [0, 0, q, q]) + bias.reshaped(to: [-1, 1, 1]), [x])
    // end
  }

  /// Returns the gradients of the loss at `x`, and at `weights` and `bias`, given `upstream`, its gradient
  /// at `y`. They are sums over the N images.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // begin 10.4: The way back of a way back is the way there: which convolution is it?
    let x = cache[0]
    let windows = upstream.padded(by: [0, 0, window.padding, window.padding])
      .windows(
        of: [window.height, window.width], stride: window.stride, dilation: window.dilation)
    let dx = windows.tensordot(weights, along: [1, 4, 5], and: [1, 2, 3])  // [N, H, W, C]
    let dw = x.tensordot(windows, along: [0, 2, 3], and: [0, 2, 3])  // [C, F, KH, KW]
    return (
      x: dx.transposed(permuting: [0, 3, 1, 2]),
      parameters: [dw, upstream.sum(along: 3).sum(along: 2).sum(along: 0)]
    )
    // end
  }
}
