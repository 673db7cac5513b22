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
    // begin 9.7: padded(by:with:) takes -Double.infinity. Which axes of the windows go?
    let q = window.padding
    let padded = q == 0 ? x : x.padded(by: [0, 0, q, q], with: -.infinity)
    let entries = padded.windows(of: [window.height, window.width], stride: window.stride)
      .transposed(permuting: [4, 5, 0, 1, 2, 3])  // [KH, KW, N, C, O, P]
    let rows = entries.reshaped(to: [window.height * window.width] + entries.shape.suffix(4))
    let y = rows.max(along: 0)  // [N, C, O, P]
    return (y, [padded, rows, y])
    // end
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  ///
  /// Where several entries of a window are the greatest, the first of them has all of it, in the order of
  /// rows: from left to right, and from the top row down. An entry that is the greatest of several windows
  /// has the sum.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // begin 9.8: Who has been given upstream leaves nothing for the others of the window.
    let (padded, rows, y) = (cache[0], cache[1], cache[2])
    var rest = upstream
    let shares = (0..<rows.shape[0]).map { i in
      let isGreatest = rows.row(i) .== y
      let share = rest.replacing(with: 0, where: .!isGreatest)
      rest.replace(with: 0, where: isGreatest)
      return share.expandingAxis(at: 0)
    }
    let size = [window.height, window.width]
    let slopes = Tensor(joining: shares).reshaped(to: size + y.shape)  // [KH, KW, N, C, O, P]
    var dx = Tensor(zerosLike: padded)
    dx.add(
      slopes.transposed(permuting: [2, 3, 4, 5, 0, 1]), toWindowsOf: size, stride: window.stride)
    return (dx.cropped(by: [0, 0, window.padding, window.padding]), [])
    // end
  }
}
