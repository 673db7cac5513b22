/// Four rows of three vectors of a product, in the making.
///
/// With three vectors of `b` and one broadcast entry of `a` they fill the 16 registers of AVX2.
/// Stored properties of a value, because local variables that a nested function captures would
/// be put on the heap.
struct Tile<T: Entry> {
  static var rows: Int { 4 }
  static var columns: Int { 3 * T.lanes }

  private var row0 = Row()
  private var row1 = Row()
  private var row2 = Row()
  private var row3 = Row()

  private struct Row {
    var x = T.vector(repeating: 0)
    var y = T.vector(repeating: 0)
    var z = T.vector(repeating: 0)

    @inline(__always)
    init() {}

    @inline(__always)
    mutating func add(_ a: T.Vector, _ b0: T.Vector, _ b1: T.Vector, _ b2: T.Vector, vectors: Int) {
      x = T.multiplyAdd(x, a, b0)
      if vectors > 1 { y = T.multiplyAdd(y, a, b1) }
      if vectors > 2 { z = T.multiplyAdd(z, a, b2) }
    }

    @inline(__always)
    func store(_ target: UnsafeMutablePointer<T>, adding: Bool, vectors: Int) {
      T.store(adding ? T.sum(T.load(target), x) : x, target)
      if vectors > 1 {
        let place = target + T.lanes
        T.store(adding ? T.sum(T.load(place), y) : y, place)
      }
      if vectors > 2 {
        let place = target + 2 * T.lanes
        T.store(adding ? T.sum(T.load(place), z) : z, place)
      }
    }
  }

  @inline(__always)
  init() {}

  /// Adds the products of a column of four entries of `a` and a row of up to three vectors of `b`.
  @inline(__always)
  mutating func add(_ a0: T, _ a1: T, _ a2: T, _ a3: T, _ b: UnsafePointer<T>, vectors: Int) {
    let b0 = T.load(b)
    let b1 = vectors > 1 ? T.load(b + T.lanes) : b0
    let b2 = vectors > 2 ? T.load(b + 2 * T.lanes) : b0
    row0.add(T.vector(repeating: a0), b0, b1, b2, vectors: vectors)
    row1.add(T.vector(repeating: a1), b0, b1, b2, vectors: vectors)
    row2.add(T.vector(repeating: a2), b0, b1, b2, vectors: vectors)
    row3.add(T.vector(repeating: a3), b0, b1, b2, vectors: vectors)
  }

  /// Writes the first `rows` rows.
  @inline(__always)
  func store(
    _ target: UnsafeMutablePointer<T>, rowStride: Int, rows: Int, adding: Bool, vectors: Int
  ) {
    row0.store(target, adding: adding, vectors: vectors)
    if rows > 1 { row1.store(target + rowStride, adding: adding, vectors: vectors) }
    if rows > 2 { row2.store(target + 2 * rowStride, adding: adding, vectors: vectors) }
    if rows > 3 { row3.store(target + 3 * rowStride, adding: adding, vectors: vectors) }
  }
}

/// Rows of `b`, at least as wide as the tile they are used for, zeros past the edge.
struct Panel<T: Entry> {
  let start: UnsafePointer<T>
  let stride: Int
}

/// Multiplies a sliver of up to four rows and a panel into a tile of the result.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
func multiplyTile<T: Entry>(
  _ sliver: Strided<T>, _ panel: Panel<T>, steps: Int, rows: Int, columns: Int, adding: Bool,
  into result: UnsafeMutablePointer<T>, rowStride: Int
) {
  let vectors = (columns + T.lanes - 1) / T.lanes
  var tile = Tile<T>()
  switch vectors {
  case 1: tile.add(sliver, panel, steps: steps, rows: rows, vectors: 1)
  case 2: tile.add(sliver, panel, steps: steps, rows: rows, vectors: 2)
  default: tile.add(sliver, panel, steps: steps, rows: rows, vectors: 3)
  }
  if columns == Tile<T>.columns {
    tile.store(result, rowStride: rowStride, rows: rows, adding: adding, vectors: 3)
  } else {
    withUnsafeTemporaryAllocation(of: T.self, capacity: 4 * Tile<T>.columns) { scratch in
      guard let start = scratch.baseAddress else { return }
      tile.store(start, rowStride: Tile<T>.columns, rows: rows, adding: false, vectors: 3)
      for i in 0..<rows {
        for j in 0..<columns {
          let entry = start[i * Tile<T>.columns + j]
          let place = result + i * rowStride + j
          place.pointee = adding ? place.pointee + entry : entry
        }
      }
    }
  }
}

extension Tile {
  /// Adds the products of all steps. Missing rows repeat the first one, and are not stored.
  @inline(__always)
  fileprivate mutating func add(
    _ sliver: Strided<T>, _ panel: Panel<T>, steps: Int, rows: Int, vectors: Int
  ) {
    let a0 = sliver.start
    let a1 = a0 + (rows > 1 ? sliver.rowStride : 0)
    let a2 = a0 + (rows > 2 ? 2 * sliver.rowStride : 0)
    let a3 = a0 + (rows > 3 ? 3 * sliver.rowStride : 0)
    var b = panel.start
    var offset = 0
    for _ in 0..<steps {
      add(a0[offset], a1[offset], a2[offset], a3[offset], b, vectors: vectors)
      // Checked for overflow, the offset would keep a register from the accumulators.
      offset &+= sliver.columnStride
      b += panel.stride
    }
  }
}
