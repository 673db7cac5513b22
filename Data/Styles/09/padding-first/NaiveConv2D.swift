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
    let q = window.padding
    let padded = x.padded(by: [0, 0, q, q])
    let (rows, columns) = window.places(rows: x.shape[2], columns: x.shape[3])
    let depth = weights.shape[1]
    let each = weights.shape[0] / groups
    var y = (Tensor(zeros: [x.shape[0], bias.count, rows, columns]) + bias.reshaped(to: [-1, 1, 1]))
      .converted(to: x.elementType)
    for f in 0..<bias.count {
      for c in 0..<depth {
        for i in 0..<window.height {
          for j in 0..<window.width {
            for n in 0..<x.shape[0] {
              for o in 0..<rows {
                for p in 0..<columns {
                  y[n, f, o, p] +=
                    weights[f, c, i, j]
                    * padded[
                      n, f / each * depth + c, o * window.stride + i * window.dilation,
                      p * window.stride + j * window.dilation]
                }
              }
            }
          }
        }
      }
    }
    return (y, [padded])
  }

  /// Returns the gradients of the loss at `x`, and at `weights` and `bias`, given `upstream`, its gradient
  /// at `y`. They are sums over the N images.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    let padded = cache[0]
    var (dx, dw) = (Tensor(zerosLike: padded), Tensor(zerosLike: weights))
    let (depth, each) = (weights.shape[1], weights.shape[0] / groups)
    for f in 0..<bias.count {
      for c in 0..<depth {
        for i in 0..<window.height {
          for j in 0..<window.width {
            for n in 0..<upstream.shape[0] {
              for o in 0..<upstream.shape[2] {
                for p in 0..<upstream.shape[3] {
                  let channel = f / each * depth + c
                  let row = o * window.stride + i * window.dilation
                  let column = p * window.stride + j * window.dilation
                  dw[f, c, i, j] += padded[n, channel, row, column] * upstream[n, f, o, p]
                  dx[n, channel, row, column] += weights[f, c, i, j] * upstream[n, f, o, p]
                }
              }
            }
          }
        }
      }
    }
    let q = window.padding
    let db = upstream.sum(along: 0).sum(along: 1).sum(along: 1)
    return (dx.cropped(by: [0, 0, q, q]), [dw, db])
  }
}
