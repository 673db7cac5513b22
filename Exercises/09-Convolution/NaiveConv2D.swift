import Tensors

/// A convolution as its formula says it, with one loop for each letter.
///
///     y[n, f, o, p] = b[f] + Σ w[f, c, i, j] · x[n, first + c, o·s - q + i·d, p·s - q + j·d]
///
/// The sum is over all c, i and j. s is the stride, q the padding and d the dilation; where the place
/// lies outside of the image, x counts as 0. The kernel is not turned round.
///
/// With G groups, the C channels and the F filters are cut in G equal parts, in their order. A filter sees
/// the channels of its own part alone: `first` is 0 for the first F / G filters, C / G for the next, and
/// so on.
///
/// | name      | shape              | meaning                                      |
/// | --------- | ------------------ | -------------------------------------------- |
/// | `x`       | `[N, C, H, W]`     | N images of C channels                       |
/// | `weights` | `[F, C / G, KH, KW]` | w: F filters as large as the window        |
/// | `bias`    | `[F]`              | b                                            |
/// | `window`  |                    | `height` is KH, `width` is KW                |
/// | `groups`  | a number           | G, which divides C and F                     |
/// | `y`       | `[N, F, O, P]`     | O and P as `window.places` says              |
public struct NaiveConv2D: Module {
  public var weights: Tensor
  public var bias: Tensor
  public var window: Window
  public var groups: Int

  public init(weights: Tensor, bias: Tensor, window: Window, groups: Int = 1) {
    self.weights = weights
    self.bias = bias
    self.window = window
    self.groups = groups
  }

  public var parameters: [Tensor] {
    get { [weights, bias] }
    set { (weights, bias) = (newValue[0], newValue[1]) }
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    // TODO: 9.3  Seven loops: which four walk over y, and which three add up one entry of it?
    unfinished("9.3")
  }

  /// Returns the gradients of the loss at `x`, and at `weights` and `bias`, given `upstream`, its gradient
  /// at `y`. They are sums over the N images.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // TODO: 9.4  The same loops. Where forward reads an entry, the way back adds to its gradient.
    unfinished("9.4")
  }
}
