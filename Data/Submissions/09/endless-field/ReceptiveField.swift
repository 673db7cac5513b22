import Tensors

/// How many rows and columns of the image one output of some windows sees, each window walking over the
/// outputs of the one before.
///
/// A pixel beside another in the outputs of a window with stride 2 is two pixels away from it in the
/// inputs; behind another such window, four. Of no windows at all an output sees 1 × 1.
public func receptiveField(of windows: [Window]) -> (rows: Int, columns: Int) {
  // begin 9.14: By how much does each window widen it, counted in pixels of the image?
  var (rows, columns, step) = (1, 1, 1)
  for window in windows {
    rows += step * window.dilation * (window.height - 1)
    columns += step * window.dilation * (window.width - 1)
    while step > 0 { step = max(1, step) }
  }
  return (rows, columns)
  // end
}

/// The same, measured: how many rows and columns of `x` the output in the middle depends on.
///
/// 1 goes back from channel 0 of the output at row O / 2 and column P / 2 (rounded down) of the first
/// image, and 0 from all others. Where the gradient at `x` is not 0, in whichever channel, the output
/// has seen `x`; counted are the rows from the first to the last of these, and the columns. The module is
/// not being trained.
///
/// | name     | shape          | meaning                          |
/// | -------- | -------------- | -------------------------------- |
/// | `module` |                | its output is `[N, F, O, P]`     |
/// | `x`      | `[N, C, H, W]` | images to measure it on          |
public func measuredReceptiveField(
  of module: some Module, on x: Tensor
) -> (rows: Int, columns: Int) {
  // begin 9.15: Which gradient tells on what one output depends?
  var module = module
  let (y, cache) = module.forward(x, training: false)
  var upstream = Tensor(zerosLike: y)
  upstream[0, 0, y.shape[2] / 2, y.shape[3] / 2] = 1
  let slopes = module.backward(upstream, cache: cache).x
  let seen = abs(slopes).max(along: 0).max(along: 0)  // [H, W]
  func length(_ entries: Tensor) -> Int {
    let places = (0..<entries.count).filter { entries[$0] > 0 }
    guard let first = places.first, let last = places.last else { return 0 }
    return last - first + 1
  }
  return (length(seen.max(along: 1)), length(seen.max(along: 0)))
  // end
}
