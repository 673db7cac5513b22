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
    let shape = [channels, filters, window.height, window.width]
    let deviation = sqrt(2 / Double(channels * window.height * window.width))
    var drawn = Tensor(normal: shape, using: &generator)
    drawn *= deviation
    self.init(
      weights: drawn, bias: Tensor(repeating: 0, shape: [filters]), window: window,
      outputPadding: outputPadding)
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
    let extra = 1 + outputPadding - 2 * window.padding
    return (
      (rows - 1) * window.stride + window.dilation * (window.height - 1) + extra,
      (columns - 1) * window.stride + window.dilation * (window.width - 1) + extra
    )
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    let q = window.padding
    let (O, P) = size(rows: x.shape[2], columns: x.shape[3])
    let shape = [x.shape[0], bias.count, O + 2 * q, P + 2 * q]
    var y = Tensor(zeros: shape) + bias.reshaped(to: [1, bias.count, 1, 1])
    for n in 0..<x.shape[0] {
      var image = y.row(n)
      image.add(
        weights.tensordot(x.row(n), along: [0], and: [0]).transposed(permuting: [0, 3, 4, 1, 2]),
        toWindowsOf: [window.height, window.width], stride: window.stride, dilation: window.dilation
      )
      y.add(image - y.row(n), at: n)
    }
    return (y.cropped(by: [0, 0, q, q]), [x])
  }

  /// Returns the gradients of the loss at `x`, and at `weights` and `bias`, given `upstream`, its gradient
  /// at `y`. They are sums over the N images.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    let q = window.padding
    let views = upstream.padded(by: [0, 0, q, q]).windows(
      of: [window.height, window.width], stride: window.stride, dilation: window.dilation)
    let dx = views.tensordot(weights, along: [1, 4, 5], and: [1, 2, 3])
    let dw = cache[0].tensordot(views, along: [0, 2, 3], and: [0, 2, 3])
    let db = upstream.transposed(permuting: [1, 0, 2, 3]).reshaped(to: [bias.count, -1])
    return (dx.transposed(permuting: [0, 3, 1, 2]), [dw, db.sum(along: 1)])
  }
}

extension Tensor {
  fileprivate mutating func add(_ image: Tensor, at n: Int) {
    add(image.expandingAxis(at: 0), toRows: [n])
  }
}
