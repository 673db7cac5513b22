internal import Kernels

/// The way of an operation through the entries of one or two operands, in row-major order of the
/// result: planes of rows and columns for the kernels, one after another.
///
/// Neighbouring axes that every operand walks through in one stride are merged; so operands that
/// lie alike and without gaps make a single row, whatever their rank.
struct Walk {
  /// Per axis: count, stride of the first operand, stride of the second, and the last of the axes
  /// as they were given that went into it.
  private var axes: [(count: Int, strides: (Int, Int), last: Int)] = []

  init(_ shape: [Int], _ strides: [Int]) {
    self.init(shape, strides, strides)
  }

  init(_ shape: [Int], _ first: [Int], _ second: [Int], merging: Bool = true) {
    for axis in shape.indices where shape[axis] != 1 || !merging {
      let next = (count: shape[axis], strides: (first[axis], second[axis]), last: axis)
      if merging, let last = axes.last, last.strides.0 == next.strides.0 * next.count,
        last.strides.1 == next.strides.1 * next.count
      {
        axes[axes.count - 1] = (last.count * next.count, next.strides, axis)
      } else {
        axes.append(next)
      }
    }
    while axes.count < 2 { axes.insert((1, (0, 0), -1), at: 0) }
  }

  var rows: Int { axes[axes.count - 2].count }
  var columns: Int { axes[axes.count - 1].count }

  /// Where a plane begins in the operands and in the result.
  struct Plane {
    fileprivate(set) var offsets = (0, 0)
    fileprivate(set) var position = 0
    fileprivate(set) var strides: (rows: (Int, Int), columns: (Int, Int))

    /// The plane's entries in operand 0 or 1.
    func strided<T: Entry>(_ start: UnsafeMutablePointer<T>, _ operand: Int) -> Strided<T> {
      operand == 0
        ? Strided(
          start: start + offsets.0, rowStride: strides.rows.0, columnStride: strides.columns.0)
        : Strided(
          start: start + offsets.1, rowStride: strides.rows.1, columnStride: strides.columns.1)
    }
  }

  func forEachPlane(_ body: (Plane) -> Void) {
    forEachPlane(in: 0..<planeCount, body)
  }

  /// Calls `body` for all planes of entries of a type, on several threads where that pays.
  ///
  /// Planes that differ in the first `independentAxes` axes, as they were given, are independent of
  /// each other; others come one after another on the same thread.
  func forEachPlane<T: Entry>(
    of type: T.Type, independentAxes: Int, _ body: (Plane) -> Void
  ) {
    var units = 1
    for axis in axes.dropLast(2) where axis.last < independentAxes { units *= axis.count }
    let planes = planeCount
    let work = Double(planes * rows * columns * MemoryLayout<T>.size) * 0.06
    let threads = threads(forNanoseconds: work)
    if threads == 1 || units == 1 { return forEachPlane(in: 0..<planes, body) }
    let pieces = Swift.min(pieces(forThreads: threads), units)
    forEachPiece(pieces, threads: threads) { index in
      forEachPlane(in: piece(index, of: pieces, count: planes, unit: planes / units), body)
    }
  }

  /// Calls `body`, a kernel's work on each plane, for all planes, which are independent of each other.
  ///
  /// A kernel shares a plane among threads where that pays; planes that are too small are shared here.
  func forEachPlane<T: Entry>(of type: T.Type, _ body: (Plane) -> Void) {
    // The slowest of these kernels: to share within what is shared already costs more than it brings.
    let isLarge = threads(forNanoseconds: nanoseconds(type, rows * columns, each: 0.15)) > 1
    if isLarge || planeCount == 1 { return forEachPlane(body) }
    forEachPlane(of: type, independentAxes: Int.max, body)
  }

  private var planeCount: Int {
    axes.dropLast(2).reduce(rows * columns == 0 ? 0 : 1) { $0 * $1.count }
  }

  private func forEachPlane(in planes: Range<Int>, _ body: (Plane) -> Void) {
    if planes.isEmpty { return }
    var plane = Plane(strides: (axes[axes.count - 2].strides, axes[axes.count - 1].strides))
    plane.position = planes.lowerBound * rows * columns
    var index = axes.dropLast(2).map { _ in 0 }
    var rest = planes.lowerBound
    for axis in index.indices.reversed() {
      index[axis] = rest % axes[axis].count
      rest /= axes[axis].count
      plane.offsets.0 += index[axis] * axes[axis].strides.0
      plane.offsets.1 += index[axis] * axes[axis].strides.1
    }
    for _ in planes {
      body(plane)
      plane.position += rows * columns
      // The next index, as an odometer counts.
      for axis in index.indices.reversed() {
        index[axis] += 1
        plane.offsets.0 += axes[axis].strides.0
        plane.offsets.1 += axes[axis].strides.1
        if index[axis] < axes[axis].count { break }
        index[axis] = 0
        plane.offsets.0 -= axes[axis].strides.0 * axes[axis].count
        plane.offsets.1 -= axes[axis].strides.1 * axes[axis].count
      }
    }
  }
}
