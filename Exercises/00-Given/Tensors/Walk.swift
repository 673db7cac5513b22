internal import Kernels

/// The way of an operation through the entries of one or two operands, in row-major order of the
/// result: planes of rows and columns for the kernels, one after another.
///
/// Neighbouring axes that every operand walks through in one stride are merged; so operands that
/// lie alike and without gaps make a single row, whatever their rank.
struct Walk {
  /// Per axis: count, stride of the first operand, stride of the second.
  private var axes: [(count: Int, strides: (Int, Int))] = []

  init(_ shape: [Int], _ strides: [Int]) {
    self.init(shape, strides, strides)
  }

  init(_ shape: [Int], _ first: [Int], _ second: [Int], merging: Bool = true) {
    for axis in shape.indices where shape[axis] != 1 || !merging {
      let next = (count: shape[axis], strides: (first[axis], second[axis]))
      if merging, let last = axes.last, last.strides.0 == next.strides.0 * next.count,
        last.strides.1 == next.strides.1 * next.count
      {
        axes[axes.count - 1] = (last.count * next.count, next.strides)
      } else {
        axes.append(next)
      }
    }
    while axes.count < 2 { axes.insert((1, (0, 0)), at: 0) }
  }

  var rows: Int { axes[axes.count - 2].count }
  var columns: Int { axes[axes.count - 1].count }

  /// Where a plane begins in the operands and in the result.
  struct Plane {
    fileprivate(set) var offsets = (0, 0)
    fileprivate(set) var position = 0
    fileprivate var strides: (rows: (Int, Int), columns: (Int, Int))

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
    if axes.contains(where: { $0.count == 0 }) { return }
    let outer = axes.dropLast(2)
    var plane = Plane(strides: (axes[axes.count - 2].strides, axes[axes.count - 1].strides))
    let count = outer.reduce(1) { $0 * $1.count }
    var index = outer.map { _ in 0 }
    for _ in 0..<count {
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
