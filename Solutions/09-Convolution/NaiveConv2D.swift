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
    // begin 9.3: Seven loops: which four walk over y, and which three add up one entry of it?
    let (rows, columns) = window.places(rows: x.shape[2], columns: x.shape[3])
    let (filters, depth) = (weights.shape[0], weights.shape[1])
    var y = Tensor(zeros: [x.shape[0], filters, rows, columns]).converted(to: x.elementType)
    for n in 0..<x.shape[0] {
      for f in 0..<filters {
        let first = f / (filters / groups) * depth
        for o in 0..<rows {
          for p in 0..<columns {
            var sum = bias[f]
            for c in 0..<depth {
              for i in 0..<window.height {
                let row = window.position(of: i, at: o)
                guard (0..<x.shape[2]).contains(row) else { continue }
                for j in 0..<window.width {
                  let column = window.position(of: j, at: p)
                  guard (0..<x.shape[3]).contains(column) else { continue }
                  sum += weights[f, c, i, j] * x[n, first + c, row, column]
                }
              }
            }
            y[n, f, o, p] = sum
          }
        }
      }
    }
    return (y, [x])
    // end
  }

  /// Returns the gradients of the loss at `x`, and at `weights` and `bias`, given `upstream`, its gradient
  /// at `y`. They are sums over the N images.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // begin 9.4: The same loops. Where forward reads an entry, the way back adds to its gradient.
    let x = cache[0]
    let (height, width) = (x.shape[2], x.shape[3])
    var dx = Tensor(zerosLike: x)
    var dw = Tensor(zerosLike: weights)
    var db = Tensor(zerosLike: bias)
    for n in 0..<upstream.shape[0] {
      for f in 0..<bias.count {
        for o in 0..<upstream.shape[2] {
          for p in 0..<upstream.shape[3] {
            let slope = upstream[n, f, o, p]
            db[f] += slope
            for c in 0..<weights.shape[1] {
              let channel = f / (bias.count / groups) * weights.shape[1] + c
              for i in 0..<window.height {
                let row = window.position(of: i, at: o)
                if row < 0 || row >= height { continue }
                for j in 0..<window.width {
                  let column = window.position(of: j, at: p)
                  if column < 0 || column >= width { continue }
                  dw[f, c, i, j] += slope * x[n, channel, row, column]
                  dx[n, channel, row, column] += slope * weights[f, c, i, j]
                }
              }
            }
          }
        }
      }
    }
    return (dx, [dw, db])
    // end
  }
}
