/// Packs [steps, columns] of `b` into panels as wide as a tile, row after row, zeros at the edge.
///
/// If only the last panel is wanted, then only if it is narrower than a tile.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
func packPanels<T: Entry>(
  _ b: Strided<T>, steps: Int, columns: Int, onlyLast: Bool, into panels: UnsafeMutablePointer<T>
) {
  let width = Tile<T>.columns
  for column in stride(from: 0, to: columns, by: width) {
    let source = b.start + column * b.columnStride
    let panel = panels + column * steps
    if columns - column < width {
      for step in 0..<steps {
        for j in 0..<width {
          let isInside = j < columns - column
          panel[step * width + j] =
            isInside ? source[step * b.rowStride + j * b.columnStride] : 0
        }
      }
    } else if onlyLast {
      continue
    } else if b.columnStride == 1 {
      for step in 0..<steps {
        let x = source + step * b.rowStride
        let z = panel + step * width
        T.store(T.load(x), z)
        T.store(T.load(x + T.lanes), z + T.lanes)
        T.store(T.load(x + 2 * T.lanes), z + 2 * T.lanes)
      }
    } else {
      // Four columns at a time: the columns of a transpose are often a multiple of 4096 bytes
      // apart, where more than a few of them push each other out of the first cache.
      for j in stride(from: 0, to: width, by: 4) {
        let x0 = source + j * b.columnStride
        let (x1, x2, x3) = (x0 + b.columnStride, x0 + 2 * b.columnStride, x0 + 3 * b.columnStride)
        for step in 0..<steps {
          let z = panel + (step &* width &+ j)
          let position = step &* b.rowStride
          z[0] = x0[position]
          z[1] = x1[position]
          z[2] = x2[position]
          z[3] = x3[position]
        }
      }
    }
  }
}

/// Packs [rows, steps] of `a` into slivers as high as a tile, column after column, zeros at the
/// edge.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
func packSlivers<T: Entry>(
  _ a: Strided<T>, steps: Int, rows: Int, into slivers: UnsafeMutablePointer<T>
) {
  let height = Tile<T>.rows
  for row in stride(from: 0, to: rows, by: height) {
    let x = a.start + row * a.rowStride
    let z = slivers + row * steps
    if rows - row < height {
      for step in 0..<steps {
        for i in 0..<height {
          let isInside = i < rows - row
          z[step * height + i] = isInside ? x[i * a.rowStride + step * a.columnStride] : 0
        }
      }
    } else if a.columnStride == 1 {
      // A loop of its own, since the vectoriser makes shuffles of it.
      let (x1, x2, x3) = (x + a.rowStride, x + 2 * a.rowStride, x + 3 * a.rowStride)
      for step in 0..<steps {
        z[4 * step] = x[step]
        z[4 * step + 1] = x1[step]
        z[4 * step + 2] = x2[step]
        z[4 * step + 3] = x3[step]
      }
    } else {
      for step in 0..<steps {
        let source = x + step * a.columnStride
        z[4 * step] = source[0]
        z[4 * step + 1] = source[a.rowStride]
        z[4 * step + 2] = source[2 * a.rowStride]
        z[4 * step + 3] = source[3 * a.rowStride]
      }
    }
  }
}
