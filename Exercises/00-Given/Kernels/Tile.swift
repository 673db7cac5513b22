/// One row of a tile: up to three vectors of a product, in the making.
struct TileRow<T: Entry> {
  private var x = T.vector(repeating: 0)
  private var y = T.vector(repeating: 0)
  private var z = T.vector(repeating: 0)

  @inline(__always)
  init() {}

  @inline(__always)
  mutating func add(_ a: T, _ b: PanelRow<T>, vectors: Int) {
    let a = T.vector(repeating: a)
    x = T.multiplyAdd(x, a, b.x)
    if vectors > 1 { y = T.multiplyAdd(y, a, b.y) }
    if vectors > 2 { z = T.multiplyAdd(z, a, b.z) }
  }

  /// Writes the entries, or adds them to what is there.
  @inline(__always)
  func store(_ target: UnsafeMutablePointer<T>, adding: Bool, vectors: Int) {
    store(x, target, adding)
    if vectors > 1 { store(y, target + T.lanes, adding) }
    if vectors > 2 { store(z, target + 2 * T.lanes, adding) }
  }

  @inline(__always)
  private func store(_ vector: T.Vector, _ target: UnsafeMutablePointer<T>, _ adding: Bool) {
    T.store(adding ? T.sum(T.load(target), vector) : vector, target)
  }
}

/// Up to three vectors of a row of a panel.
struct PanelRow<T: Entry> {
  let x: T.Vector
  let y: T.Vector
  let z: T.Vector

  @inline(__always)
  init(_ start: UnsafePointer<T>, vectors: Int) {
    x = T.load(start)
    y = vectors > 1 ? T.load(start + T.lanes) : x
    z = vectors > 2 ? T.load(start + 2 * T.lanes) : x
  }
}

/// Four rows of a product, in the making.
///
/// With three vectors of `b` and one entry of `a` they fill the 16 registers of AVX2, and with
/// vectors of half a register's length those of NEON. Stored properties of a value, because local
/// variables that a nested function captures would be put on the heap.
struct Band<T: Entry> {
  static var rows: Int { 4 }

  private var row0 = TileRow<T>()
  private var row1 = TileRow<T>()
  private var row2 = TileRow<T>()
  private var row3 = TileRow<T>()

  @inline(__always)
  init() {}

  /// Adds the products of an entry of `a` for each row, and of a row of a panel.
  @inline(__always)
  mutating func add(_ a: BandRows<T>, at offset: Int, _ b: PanelRow<T>, vectors: Int) {
    row0.add(a.row0[offset], b, vectors: vectors)
    row1.add(a.row1[offset], b, vectors: vectors)
    row2.add(a.row2[offset], b, vectors: vectors)
    row3.add(a.row3[offset], b, vectors: vectors)
  }

  /// Writes the first rows and columns, or adds them to what is there.
  @inline(__always)
  func store(_ target: Target<T>, rows: Int, columns: Int, adding: Bool, vectors: Int) {
    let width = vectors * T.lanes
    if rows == Band.rows && columns == width {
      return store(target, adding: adding, vectors: vectors)
    }
    // By way of memory of its own: a tile whose vectors have an address is not kept in registers.
    withUnsafeTemporaryAllocation(of: T.self, capacity: Band.rows * width) { entries in
      guard let start = entries.baseAddress else { return }
      let tile = Target(start: start, rowStride: width)
      store(tile, adding: false, vectors: vectors)
      storeEdge(tile, rows: rows, columns: columns, adding: adding, into: target)
    }
  }

  @inline(__always)
  private func store(_ target: Target<T>, adding: Bool, vectors: Int) {
    let (start, stride) = (target.start, target.rowStride)
    row0.store(start, adding: adding, vectors: vectors)
    row1.store(start + stride, adding: adding, vectors: vectors)
    row2.store(start + 2 &* stride, adding: adding, vectors: vectors)
    row3.store(start + 3 &* stride, adding: adding, vectors: vectors)
  }
}

/// Writes or adds the part of a tile that lies within the result. Apart from the loops over whole
/// tiles, which would have fewer registers beside it.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func storeEdge<T: Entry>(
  _ tile: Target<T>, rows: Int, columns: Int, adding: Bool, into target: Target<T>
) {
  for row in 0..<rows {
    let (x, z) = (tile.advanced(rows: row).start, target.advanced(rows: row).start)
    for i in 0..<columns { z[i] = adding ? z[i] + x[i] : x[i] }
  }
}

/// Where the rows of `a` are that a band is made of. Missing ones repeat the first.
struct BandRows<T: Entry> {
  let row0: UnsafePointer<T>
  let row1: UnsafePointer<T>
  let row2: UnsafePointer<T>
  let row3: UnsafePointer<T>

  @inline(__always)
  init(_ start: UnsafePointer<T>, rowStride: Int, rows: Int) {
    row0 = start
    row1 = start + (rows > 1 ? rowStride : 0)
    row2 = start + (rows > 2 ? 2 * rowStride : 0)
    row3 = start + (rows > 3 ? 3 * rowStride : 0)
  }
}
