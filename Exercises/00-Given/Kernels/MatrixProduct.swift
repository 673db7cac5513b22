/// Multiplies `a` [m, k] and `b` [k, n] into `result` [m, n], whose rows are contiguous.
///
/// Strides make every combination of transposes the same call.
///
/// After K. Goto and R. van de Geijn, Anatomy of High-Performance Matrix Multiplication (2008), in
/// the order of F. Van Zee and R. van de Geijn, BLIS (2015): a panel of `b`, as wide as a tile,
/// stays in the first cache while slivers of `a`, as high as a tile, pass from the second.
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
  if n == 1 && m > 1 {
    if a.columnStride == 1 && b.rowStride == 1 {
      multiplyVector(a, b.start, rows: m, count: k, into: result)
    } else {
      // A tile is wide, not high: as a row, the vector keeps more of its lanes busy.
      multiply(b.transposed, a.transposed, m: 1, n: m, k: k, into: result)
    }
    return
  }
  // What is used by few tiles, or is small enough to stay in the caches as it is, is read where it
  // lies: packing it would cost more than it saves.
  let packsA = n > 2 * Tile<T>.columns && m * k > 16384
  let packsB = m > 8 * Tile<T>.rows || b.columnStride != 1
  let block = Blocking<T>(m: m, n: n, k: k)
  let slivers = UnsafeMutablePointer<T>.allocate(capacity: packsA ? block.rows * block.depth : 0)
  let panels = UnsafeMutablePointer<T>.allocate(capacity: block.columns * block.depth)
  defer {
    slivers.deallocate()
    panels.deallocate()
  }
  for column in stride(from: 0, to: n, by: block.columns) {
    let columns = min(block.columns, n - column)
    for depth in stride(from: 0, to: k, by: block.depth) {
      let steps = min(block.depth, k - depth)
      let right = b.advanced(rows: depth, columns: column)
      packPanels(right, steps: steps, columns: columns, onlyLast: !packsB, into: panels)
      for row in stride(from: 0, to: m, by: block.rows) {
        let rows = min(block.rows, m - row)
        let left = a.advanced(rows: row, columns: depth)
        if packsA { packSlivers(left, steps: steps, rows: rows, into: slivers) }
        multiplyBlock(
          packsA ? nil : left, slivers, packsB ? nil : right, panels, rows: rows,
          columns: columns, steps: steps, adding: depth > 0,
          into: result + row * n + column, rowStride: n)
      }
    }
  }
}

/// How much of the operands is packed at a time, in entries.
private struct Blocking<T: Entry> {
  /// A panel of this depth takes 24 kB of the first cache.
  let depth: Int
  /// Slivers of so many rows take 128 kB (or 256 kB) of the second cache.
  let rows: Int
  /// Panels of so many columns take 3 MB (or 6 MB) of the third cache.
  let columns: Int

  @inline(__always)
  init(m: Int, n: Int, k: Int) {
    depth = min(k, 256)
    rows = min((m + Tile<T>.rows - 1) / Tile<T>.rows * Tile<T>.rows, 128)
    let panels = (n + Tile<T>.columns - 1) / Tile<T>.columns
    columns = min(panels, 128) * Tile<T>.columns
  }
}

/// Multiplies a block of `a` and a block of `b`, each packed unless it is given where it lies.
@inline(__always)
private func multiplyBlock<T: Entry>(
  _ a: Strided<T>?, _ slivers: UnsafePointer<T>, _ b: Strided<T>?, _ panels: UnsafePointer<T>,
  rows: Int, columns: Int, steps: Int, adding: Bool, into result: UnsafeMutablePointer<T>,
  rowStride: Int
) {
  for j in stride(from: 0, to: columns, by: Tile<T>.columns) {
    let width = min(Tile<T>.columns, columns - j)
    var panel = Panel(start: panels + j * steps, stride: Tile<T>.columns)
    if let b, width == Tile<T>.columns {
      panel = Panel(start: b.start + j, stride: b.rowStride)
    }
    for i in stride(from: 0, to: rows, by: Tile<T>.rows) {
      let height = min(Tile<T>.rows, rows - i)
      let sliver =
        a?.advanced(rows: i, columns: 0)
        ?? Strided(start: slivers + i * steps, rowStride: 1, columnStride: Tile<T>.rows)
      multiplyTile(
        sliver, panel, steps: steps, rows: height, columns: width, adding: adding,
        into: result + i * rowStride + j, rowStride: rowStride)
    }
  }
}

extension Strided {
  @inline(__always)
  var transposed: Strided {
    Strided(start: start, rowStride: columnStride, columnStride: rowStride)
  }

  @inline(__always)
  func advanced(rows: Int, columns: Int) -> Strided {
    Strided(
      start: start + (rows * rowStride + columns * columnStride), rowStride: rowStride,
      columnStride: columnStride)
  }
}
