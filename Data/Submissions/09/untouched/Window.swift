import Tensors

/// How a window walks over an image: along rows and columns alike, but for its size.
///
///     rows    O = ⌊(H + 2 · padding - dilation · (height - 1) - 1) / stride⌋ + 1
///     columns P = ⌊(W + 2 · padding - dilation · (width - 1) - 1) / stride⌋ + 1
///
/// | name       | meaning                                                              |
/// | ---------- | -------------------------------------------------------------------- |
/// | `height`   | how many rows of entries it has                                      |
/// | `width`    | how many columns                                                     |
/// | `stride`   | how far it goes from one place to the next, at least 1               |
/// | `padding`  | how many rows and columns stand around the image, on each of 4 sides |
/// | `dilation` | how far apart its entries are: 1 where they are neighbours           |
public struct Window: Sendable, Equatable {
  public var height: Int
  public var width: Int
  public var stride: Int
  public var padding: Int
  public var dilation: Int

  public init(_ height: Int, _ width: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1) {
    self.height = height
    self.width = width
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
  }

  /// Returns at how many places the window lies inside an image of `rows` rows and `columns` columns,
  /// padding included: O down and P across.
  public func places(rows: Int, columns: Int) -> (rows: Int, columns: Int) {
    // TODO: 9.1  How far does the window reach from its first entry to its last?
    unfinished("9.1")
  }

  /// Returns in which row of the image entry `i` of the window lies, counted from 0, when the window is
  /// at place `o`: less than 0, or H and more, where that is in the padding. Of columns the same.
  public func position(of i: Int, at o: Int) -> Int {
    // TODO: 9.2  The first entry at the first place lies in the padding.
    unfinished("9.2")
  }
}
