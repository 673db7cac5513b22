/// Multiplies `a` [m, k] and `b` [k, n] into `result` [m, n], whose rows are contiguous.
///
/// Strides make every combination of transposes the same call. Each entry is summed in the same
/// order whatever the number of threads, which is that of `threadLimit` at most.
///
/// After K. Goto and R. van de Geijn, Anatomy of High-Performance Matrix Multiplication (2008), in
/// the order of F. Van Zee and R. van de Geijn, BLIS (2015): a panel of `b`, as wide as a tile,
/// stays close by while bands of `a`, as high as a tile, pass from the second cache.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func multiply<T: Entry>(
  _ a: Strided<T>, _ b: Strided<T>, m: Int, n: Int, k: Int, into result: UnsafeMutablePointer<T>
) {
  if m == 0 || n == 0 { return }
  if k == 0 {
    result.update(repeating: 0, count: m * n)
    return
  }
  if n == 1 && (a.columnStride == 1 || a.rowStride == 1) {
    return multiplyVector(a, b.start, vectorStride: b.rowStride, rows: m, count: k, into: result)
  }
  if m == 1 && (b.columnStride == 1 || b.rowStride == 1) {
    return multiplyVector(
      b.transposed, a.start, vectorStride: a.columnStride, rows: n, count: k, into: result)
  }
  if (a.columnStride != 1 || b.columnStride != 1) && isCheaperTransposed(a, b, m: m, n: n, k: k) {
    return withWorkspace(m * n) { (transpose: UnsafeMutablePointer<T>) in
      multiply(b.transposed, a.transposed, m: n, n: m, k: k, into: transpose)
      copy(
        Strided(start: UnsafePointer(transpose), rowStride: 1, columnStride: m), rows: m,
        columns: n, to: result)
    }
  }
  forEachPart(ofProduct: m, n, k, T.self) { rows, columns in
    multiplyPart(
      a.advanced(rows: rows.lowerBound, columns: 0),
      b.advanced(rows: 0, columns: columns.lowerBound), m: rows.count, n: columns.count, k: k,
      into: Target(start: result + (rows.lowerBound * n + columns.lowerBound), rowStride: n))
  }
}

/// Whether the product of the transposes in reverse order, itself transposed, takes less time: what
/// has to be packed, and how far tiles reach past the edges, depends on which operand is on the
/// left.
@inline(__always)
private func isCheaperTransposed<T: Entry>(
  _ a: Strided<T>, _ b: Strided<T>, m: Int, n: Int, k: Int
) -> Bool {
  let direct = Blocking<T>(a, b, m: m, n: n, k: k).cost(m: m, n: n, k: k)
  let transposed = Blocking<T>(b.transposed, a.transposed, m: n, n: m, k: k)
  return transposed.cost(m: n, n: m, k: k) + Blocking<T>.costOfMoving * m * n < direct
}

/// The number of threads among which `count` products are shared.
@inline(__always)
public func threads<T: Entry>(
  forProducts count: Int, _ m: Int, _ n: Int, _ k: Int, _: T.Type
) -> Int {
  let work = Double(count) * Double(m) * Double(n) * Double(k) * Double(MemoryLayout<T>.size)
  return threads(forNanoseconds: work * 0.005)
}

/// Calls `body` with rows and columns of a product, on several threads where that pays.
@inline(__always)
func forEachPart<T: Entry>(
  ofProduct m: Int, _ n: Int, _ k: Int, _: T.Type, _ body: (Range<Int>, Range<Int>) -> Void
) {
  let threads = threads(forProducts: 1, m, n, k, T.self)
  let grid = Grid<T>(m: m, n: n, threads: threads)
  forEachPiece(grid.count, threads: threads) { piece in
    let (rows, columns) = grid[piece]
    // A small result has fewer tiles than a machine may have cores.
    if !rows.isEmpty && !columns.isEmpty { body(rows, columns) }
  }
}

/// Rows and columns of a result, divided among threads.
private struct Grid<T: Entry> {
  private let m: Int
  private let n: Int
  private var across = 1
  private var down = 1

  /// Each piece packs its own part of the operands. So of all divisions, the one is taken in which
  /// they pack least, and only where that is little beside the rest are there more pieces than
  /// threads.
  @inline(__always)
  init(m: Int, n: Int, threads: Int) {
    self.m = m
    self.n = n
    let pieces = threads > 1 && m * n > 1 << 18 ? 2 * threads : threads
    var least = Int.max
    for across in 1...pieces where pieces % across == 0 {
      let cost = across * m + pieces / across * n
      if cost < least {
        (least, self.across, self.down) = (cost, across, pieces / across)
      }
    }
  }

  var count: Int { across * down }

  subscript(index: Int) -> (rows: Range<Int>, columns: Range<Int>) {
    (
      piece(index / across, of: down, count: m, unit: TileShape<T>.bands * Band<T>.rows),
      piece(index % across, of: across, count: n, unit: TileShape<T>.columns)
    )
  }
}

/// How many steps of a sum are made at a time: alike, and at most 512.
///
/// A panel of this depth takes up to 48 kB: more than the first cache has, but to go through the
/// result more often would cost more. It follows from `k` alone, since it decides the order of
/// summation.
@inline(__always)
func depthOfBlocks(_ k: Int) -> Int {
  let blocks = (k + 511) / 512
  return (k + blocks - 1) / blocks
}

/// How many rows of `a` are packed at a time: bands that take up to 256 kB of the second cache.
@inline(__always)
func rowsOfBlocks<T: Entry>(_ m: Int, _: T.Type) -> Int {
  min((m + Band<T>.rows - 1) / Band<T>.rows * Band<T>.rows, 16 * T.lanes)
}

/// How much of the operands is packed at a time, in entries.
private struct Blocking<T: Entry> {
  let depth: Int
  let rows: Int
  /// Panels of so many columns take 2 or 3 MB of the third cache.
  let columns: Int

  /// What is used by few tiles, or small enough to stay in the caches as it is, is read where it
  /// lies: packing would cost more than it saves.
  let packsA: Bool
  let packsB: Bool

  @inline(__always)
  init(_ a: Strided<T>, _ b: Strided<T>, m: Int, n: Int, k: Int) {
    depth = depthOfBlocks(k)
    rows = rowsOfBlocks(m, T.self)
    let panels = (n + TileShape<T>.columns - 1) / TileShape<T>.columns
    columns = min(panels, 48) * TileShape<T>.columns
    packsA =
      a.columnStride == 1 ? n > 3 * TileShape<T>.columns && m * k > 16384 : m * k > 1024
    // Rows a page apart each cost a translation of their address, again for every band.
    let bands = b.rowStride * MemoryLayout<T>.size < 4096 ? 6 : 3
    // The tiles go down the rows until the last: rows that lie in one place or back to front are
    // put in order first.
    let isInOrder = b.columnStride == 1 && b.rowStride > 0
    packsB = !isInOrder || (m >= bands * Band<T>.rows && k * n > 4096)
  }

  /// What it costs to pack or to transpose an entry, in multiply-adds of entries, as measured.
  static var costOfMoving: Int { 7 }

  /// What the whole product costs, in multiply-adds of entries.
  @inline(__always)
  func cost(m: Int, n: Int, k: Int) -> Int {
    let height = (m + Band<T>.rows - 1) / Band<T>.rows * Band<T>.rows
    let width = (n + T.lanes - 1) / T.lanes * T.lanes
    let packed = (packsA ? m * k : 0) + (packsB ? k * n : 0)
    return height * width * k + Blocking.costOfMoving * packed
  }
}

/// The product of a part of the operands, on one thread.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func multiplyPart<T: Entry>(
  _ a: Strided<T>, _ b: Strided<T>, m: Int, n: Int, k: Int, into target: Target<T>
) {
  let block = Blocking<T>(a, b, m: m, n: n, k: k)
  let room = block.packsA ? block.rows * block.depth : 0
  withWorkspace(room + block.columns * block.depth) { (workspace: UnsafeMutablePointer<T>) in
    let panels = workspace + room
    for column in stride(from: 0, to: n, by: block.columns) {
      let columns = min(block.columns, n - column)
      for depth in stride(from: 0, to: k, by: block.depth) {
        let steps = min(block.depth, k - depth)
        let right = b.advanced(rows: depth, columns: column)
        packPanels(right, steps, columns, all: block.packsB, panels)
        for row in stride(from: 0, to: m, by: block.rows) {
          let rows = min(block.rows, m - row)
          let left = a.advanced(rows: row, columns: depth)
          var bands = Bands(
            start: left.start, rowStride: left.rowStride, columnStride: left.columnStride,
            bandStride: Band<T>.rows * left.rowStride)
          if block.packsA {
            packBands(left, steps: steps, rows: rows, into: workspace)
            bands = Bands(
              start: UnsafePointer(workspace), rowStride: 1, columnStride: Band<T>.rows,
              bandStride: Band<T>.rows * steps)
          }
          multiplyBlock(
            bands, right, panels, packsB: block.packsB, rows: rows, columns: columns, steps: steps,
            adding: depth > 0,
            into: Target(
              start: target.start + (row * target.rowStride + column), rowStride: target.rowStride))
        }
      }
    }
  }
}

@inline(__always)
private func packPanels<T: Entry>(
  _ b: Strided<T>, _ steps: Int, _ columns: Int, all: Bool, _ panels: UnsafeMutablePointer<T>
) {
  var first = 0
  if all && b.columnStride == 1 {
    let count = columns / TileShape<T>.columns
    packWholePanels(b, steps: steps, count: count, into: panels)
    first = count * TileShape<T>.columns
  }
  for j in stride(from: first, to: columns, by: TileShape<T>.columns) {
    let width = min(TileShape<T>.columns, columns - j)
    if all || width % T.lanes != 0 {
      packPanel(
        b.advanced(rows: 0, columns: j), steps: steps, columns: width, into: panels + j * steps)
    }
  }
}

/// Multiplies a block of `a` and a block of `b`, panel by panel.
@inline(__always)
private func multiplyBlock<T: Entry>(
  _ a: Bands<T>, _ b: Strided<T>, _ panels: UnsafePointer<T>, packsB: Bool, rows: Int, columns: Int,
  steps: Int, adding: Bool, into target: Target<T>
) {
  for j in stride(from: 0, to: columns, by: TileShape<T>.columns) {
    let width = min(TileShape<T>.columns, columns - j)
    let isPacked = packsB || width % T.lanes != 0
    let panel =
      isPacked
      ? Panel(start: panels + j * steps, stride: (width + T.lanes - 1) / T.lanes * T.lanes)
      : Panel(start: b.start + j, stride: b.rowStride)
    multiplyPanel(
      a, panel, steps: steps, rows: rows, columns: width, adding: adding,
      into: Target(start: target.start + j, rowStride: target.rowStride))
  }
}
