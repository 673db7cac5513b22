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
    let (rows, columns) = window.places(rows: x.shape[2], columns: x.shape[3])
    var y = Tensor(zeros: [x.shape[0], x.shape[1], rows, columns]).converted(to: x.elementType)
    for n in 0..<x.shape[0] {
      for c in 0..<x.shape[1] {
        for o in 0..<rows {
          for p in 0..<columns {
            let (row, column) = greatest(x, n, c, o, p)
            y[n, c, o, p] = x[n, c, row, column]
          }
        }
      }
    }
    return (y, [x])
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  ///
  /// Where several entries of a window are the greatest, the first of them has all of it, in the order of
  /// rows: from left to right, and from the top row down. An entry that is the greatest of several windows
  /// has the sum.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    let x = cache[0]
    var dx = Tensor(zerosLike: x)
    for n in 0..<upstream.shape[0] {
      for c in 0..<upstream.shape[1] {
        for o in 0..<upstream.shape[2] {
          for p in 0..<upstream.shape[3] {
            let (row, column) = greatest(x, n, c, o, p)
            dx[n, c, row, column] += upstream[n, c, o, p]
          }
        }
      }
    }
    return (dx, [])
  }

  private func greatest(_ x: Tensor, _ n: Int, _ c: Int, _ o: Int, _ p: Int) -> (Int, Int) {
    var best: (row: Int, column: Int)?
    for i in 0..<window.height {
      for j in 0..<window.width {
        let (row, column) = (window.position(of: i, at: o), window.position(of: j, at: p))
        guard x.shape[2] > row, row >= 0, x.shape[3] > column, column >= 0 else { continue }
        if let best, x[n, c, row, column] <= x[n, c, best.row, best.column] { continue }
        best = (row, column)
      }
    }
    return best ?? (0, 0)
  }
}
