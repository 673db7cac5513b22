import Tensors

/// How many rows and columns of the image one output of some windows sees, each window walking over the
/// outputs of the one before.
///
/// A pixel beside another in the outputs of a window with stride 2 is two pixels away from it in the
/// inputs; behind another such window, four. Of no windows at all an output sees 1 × 1.
public func receptiveField(of windows: [Window]) -> (rows: Int, columns: Int) {
  // TODO: 9.14  By how much does each window widen it, counted in pixels of the image?
  unfinished("9.14")
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
  // TODO: 9.15  Which gradient tells on what one output depends?
  unfinished("9.15")
}
