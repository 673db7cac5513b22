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
    let q = window.padding
    let padded = x.padded(by: [0, 0, q, q], with: -.infinity)
    let windows = padded.windows(of: [window.height, window.width], stride: window.stride)
    let rows = windows.reshaped(to: [-1, window.height * window.width])
    let places = rows.argmax(along: 1)
    let y = rows.gathered(at: places, along: 1).reshaped(to: Array(windows.shape.prefix(4)))
    return (y, [padded, Tensor(places)])
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  ///
  /// Where several entries of a window are the greatest, the first of them has all of it, in the order of
  /// rows: from left to right, and from the top row down. An entry that is the greatest of several windows
  /// has the sum.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    let q = window.padding
    var slopes = Tensor(zeros: [upstream.count, window.height * window.width])
      .converted(to: upstream.elementType)
    slopes.add(upstream.reshaped(to: [-1]), at: cache[1].scalars.map { Int($0) }, along: 1)
    var dx = Tensor(zerosLike: cache[0])
    dx.add(
      slopes.reshaped(to: upstream.shape + [window.height, window.width]),
      toWindowsOf: [window.height, window.width], stride: window.stride)
    return (dx.cropped(by: [0, 0, q, q]), [])
  }
}
