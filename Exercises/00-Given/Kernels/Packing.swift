/// Packs [steps, columns] of `b`, no wider than a tile, into a panel: row after row, each a whole
/// number of vectors long, zeros at the edge.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
func packPanel<T: Entry>(
  _ b: Strided<T>, steps: Int, columns: Int, into panel: UnsafeMutablePointer<T>
) {
  let width = (columns + T.lanes - 1) / T.lanes * T.lanes
  if columns < width {
    for step in 0..<steps {
      T.store(T.vector(repeating: 0), panel + (step * width + width - T.lanes))
    }
  }
  if b.columnStride == 1 {
    for step in 0..<steps {
      (panel + step * width).update(from: b.start + step * b.rowStride, count: columns)
    }
    return
  }
  // So many steps at a time that what is written stays in the first cache until it is complete.
  for step in stride(from: 0, to: steps, by: 64) {
    transposeRows(
      b.advanced(rows: step, columns: 0).transposed, rows: columns, columns: min(64, steps - step),
      into: Target(start: panel + step * width, rowStride: width))
  }
}

/// Packs rows of `b` that are contiguous into `count` panels as wide as a tile.
///
/// Across the panels, since rows are read faster than parts of rows far apart; four rows at a time,
/// since panels may be so far apart that their lines push each other out of the first cache.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
func packWholePanels<T: Entry>(
  _ b: Strided<T>, steps: Int, count: Int, into panels: UnsafeMutablePointer<T>
) {
  let width = TileShape<T>.columns
  for first in stride(from: 0, to: steps, by: 4) {
    let end = min(first + 4, steps)
    for panel in 0..<count {
      var x = b.start + (first * b.rowStride + panel * width)
      var z = panels + (panel * steps + first) * width
      for _ in first..<end {
        for i in 0..<TileShape<T>.vectors { T.store(T.load(x + i * T.lanes), z + i * T.lanes) }
        x += b.rowStride
        z += width
      }
    }
  }
}

/// Packs [rows, steps] of `a` into bands of four rows, column after column, zeros at the edge.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
func packBands<T: Entry>(
  _ a: Strided<T>, steps: Int, rows: Int, into bands: UnsafeMutablePointer<T>
) {
  let height = Band<T>.rows
  var row = 0
  if a.rowStride == 1 {
    // Four bands at a time use up a line of the cache while it is there.
    while row + 4 * height <= rows {
      for step in 0..<steps {
        let x = a.start + (row + step * a.columnStride)
        let z = bands + (row * steps + step * height)
        T.copyFour(x, z)
        T.copyFour(x + height, z + height * steps)
        T.copyFour(x + 2 * height, z + 2 * height * steps)
        T.copyFour(x + 3 * height, z + 3 * height * steps)
      }
      row += 4 * height
    }
  }
  while row < rows {
    let left = min(height, rows - row)
    let x = a.advanced(rows: row, columns: 0)
    let z = bands + row * steps
    if left < height { z.update(repeating: 0, count: height * steps) }
    transposeRows(x, rows: left, columns: steps, into: Target(start: z, rowStride: height))
    row += height
  }
}

/// Writes the rows of `source` as columns.
///
/// Four rows at a time: they are often a multiple of 4096 bytes apart, where more than a few of
/// them push each other out of the first cache.
@inline(__always)
func transposeRows<T: Entry>(
  _ source: Strided<T>, rows: Int, columns: Int, into target: Target<T>
) {
  var row = 0
  while row + 4 <= rows {
    let x0 = source.start + row * source.rowStride
    let (x1, x2) = (x0 + source.rowStride, x0 + 2 * source.rowStride)
    let x3 = x0 + 3 * source.rowStride
    var z = target.start + row
    var column = 0
    if source.columnStride == 1 {
      while column <= columns - 4 {
        T.transposeFour(x0 + column, x1 + column, x2 + column, x3 + column, z, target.rowStride)
        z += 4 &* target.rowStride
        column &+= 4
      }
    }
    while column < columns {
      let position = column * source.columnStride
      z[0] = x0[position]
      z[1] = x1[position]
      z[2] = x2[position]
      z[3] = x3[position]
      z += target.rowStride
      column += 1
    }
    row += 4
  }
  while row < rows {
    let x = source.start + row * source.rowStride
    for column in 0..<columns {
      target.start[column * target.rowStride + row] = x[column * source.columnStride]
    }
    row += 1
  }
}
