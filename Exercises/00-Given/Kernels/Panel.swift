/// The widths of the blocks that a product is made of.
///
/// With 16 registers (AVX2), or 32 of half a vector (NEON), tiles are 4 rows of 3 vectors; with
/// the 32 registers of AVX-512, 12 rows of 2.
enum TileShape<T: Entry> {
  #if GRADUS_AVX512
    static var vectors: Int { 2 }
    static var bands: Int { 3 }
  #else
    static var vectors: Int { 3 }
    static var bands: Int { 1 }
  #endif

  static var columns: Int { vectors * T.lanes }
}

/// Rows of `b`, at least as wide as the vectors that are read, zeros past the edge.
struct Panel<T: Entry> {
  let start: UnsafePointer<T>
  let stride: Int
}

/// Bands of four rows of `a`, packed or where they lie.
struct Bands<T: Entry> {
  let start: UnsafePointer<T>
  let rowStride: Int
  let columnStride: Int
  let bandStride: Int
}

/// The number of vectors in a row of a panel: a type, so that each number has a loop of its own.
protocol Width {
  static var vectors: Int { get }
}

enum OneVector: Width { static var vectors: Int { 1 } }
enum TwoVectors: Width { static var vectors: Int { 2 } }
enum ThreeVectors: Width { static var vectors: Int { 3 } }

/// Multiplies `rows` rows of `a` and a panel no wider than a tile into as many rows of the result.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
func multiplyPanel<T: Entry>(
  _ a: Bands<T>, _ panel: Panel<T>, steps: Int, rows: Int, columns: Int, adding: Bool,
  into target: Target<T>
) {
  // Three bands at once where there are registers for them: the more sums are in the making, the
  // less each has to wait for its last addition.
  switch (columns + T.lanes - 1) / T.lanes {
  case 1:
    let done = multiplyTrios(a, panel, steps, rows, columns, adding, target, OneVector.self)
    multiplyBands(a, panel, steps, done..<rows, columns, adding, target, OneVector.self)
  case 2:
    var done = 0
    if TileShape<T>.bands == 3 {
      done = multiplyTrios(a, panel, steps, rows, columns, adding, target, TwoVectors.self)
    }
    multiplyBands(a, panel, steps, done..<rows, columns, adding, target, TwoVectors.self)
  default:
    multiplyBands(a, panel, steps, 0..<rows, columns, adding, target, ThreeVectors.self)
  }
}

/// Makes rows of the result, a band at a time.
@inline(never)
private func multiplyBands<T: Entry, W: Width>(
  _ a: Bands<T>, _ panel: Panel<T>, _ steps: Int, _ rows: Range<Int>, _ columns: Int,
  _ adding: Bool, _ target: Target<T>, _: W.Type
) {
  let end = panel.start + steps * panel.stride
  var row = rows.lowerBound
  while row < rows.upperBound {
    let height = min(rows.upperBound - row, Band<T>.rows)
    let start = a.start + row / Band<T>.rows * a.bandStride
    let band = BandRows(start, rowStride: a.rowStride, rows: height)
    var sums = Band<T>()
    var b = panel.start
    var offset = 0
    // Counted by its steps, the compiler would unroll the loop until the sums leave the registers.
    while b < end {
      sums.add(band, at: offset, PanelRow(b, vectors: W.vectors), vectors: W.vectors)
      // Checked for overflow, the offset would keep a register from the sums.
      offset &+= a.columnStride
      b += panel.stride
    }
    sums.store(
      target.advanced(rows: row), rows: height, columns: columns, adding: adding,
      vectors: W.vectors)
    row += Band<T>.rows
  }
}

/// Makes rows of the result, three bands at a time, as long as there are so many; returns how
/// many rows that are.
@inline(never)
private func multiplyTrios<T: Entry, W: Width>(
  _ a: Bands<T>, _ panel: Panel<T>, _ steps: Int, _ rows: Int, _ columns: Int,
  _ adding: Bool, _ target: Target<T>, _: W.Type
) -> Int {
  let end = panel.start + steps * panel.stride
  var row = 0
  while row + 3 * Band<T>.rows <= rows {
    var x = a.start + row / Band<T>.rows * a.bandStride
    var (band0, band1, band2) = (Band<T>(), Band<T>(), Band<T>())
    var b = panel.start
    while b < end {
      // Twelve addresses made of three pointers and a stride, since there are no twelve registers.
      let panelRow = PanelRow(b, vectors: W.vectors)
      let (y, z) = (x + a.bandStride, x + 2 &* a.bandStride)
      band0.add(BandRows(x, rowStride: a.rowStride, rows: 4), at: 0, panelRow, vectors: W.vectors)
      band1.add(BandRows(y, rowStride: a.rowStride, rows: 4), at: 0, panelRow, vectors: W.vectors)
      band2.add(BandRows(z, rowStride: a.rowStride, rows: 4), at: 0, panelRow, vectors: W.vectors)
      x += a.columnStride
      b += panel.stride
    }
    band0.store(target.advanced(rows: row), columns, adding, W.self)
    band1.store(target.advanced(rows: row + 4), columns, adding, W.self)
    band2.store(target.advanced(rows: row + 8), columns, adding, W.self)
    row += 3 * Band<T>.rows
  }
  return row
}

extension Band {
  @inline(__always)
  fileprivate func store<W: Width>(
    _ target: Target<T>, _ columns: Int, _ adding: Bool, _: W.Type
  ) {
    store(target, rows: Band.rows, columns: columns, adding: adding, vectors: W.vectors)
  }
}
