/// A matrix whose entries lie anywhere in memory, to read: entry [i, j] is
/// `start[rows[i] + columns[j]]`. Its rows can be any axes of a tensor, its columns any others.
public struct Indexed<T: Entry> {
  fileprivate let start: UnsafePointer<T>
  fileprivate let rows: UnsafePointer<Int>
  fileprivate let columns: UnsafePointer<Int>

  public init(
    start: UnsafePointer<T>, rows: UnsafePointer<Int>, columns: UnsafePointer<Int>
  ) {
    self.start = start
    self.rows = rows
    self.columns = columns
  }

  @inline(__always)
  fileprivate var transposed: Indexed { Indexed(start: start, rows: columns, columns: rows) }

  @inline(__always)
  fileprivate func advanced(rows: Int, columns: Int) -> Indexed {
    Indexed(start: start, rows: self.rows + rows, columns: self.columns + columns)
  }
}

/// Multiplies `a` [m, k] and `b` [k, n] into `result` [m, n], whose rows are contiguous; none of the
/// numbers may be 0.
///
/// Each panel of `b` is packed just before it is used, and stays in the first cache until then, so
/// that windows on an image are never written out: the implicit product of S. Chetlur et al.,
/// cuDNN: Efficient Primitives for Deep Learning (2014). Each entry is summed in the same order
/// whatever the number of threads.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func contract<T: Entry>(
  _ a: Indexed<T>, _ b: Indexed<T>, m: Int, n: Int, k: Int, into result: UnsafeMutablePointer<T>
) {
  forEachPart(ofProduct: m, n, k, T.self) { rows, columns in
    contractPart(
      a.advanced(rows: rows.lowerBound, columns: 0),
      b.advanced(rows: 0, columns: columns.lowerBound), m: rows.count, n: columns.count, k: k,
      into: Target(start: result + (rows.lowerBound * n + columns.lowerBound), rowStride: n))
  }
}

/// The product of a part of the operands, on one thread.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func contractPart<T: Entry>(
  _ a: Indexed<T>, _ b: Indexed<T>, m: Int, n: Int, k: Int, into target: Target<T>
) {
  let depth = depthOfBlocks(k)
  let height = rowsOfBlocks(m, T.self)
  withWorkspace((height + TileShape<T>.columns) * depth) { (bands: UnsafeMutablePointer<T>) in
    let panel = bands + height * depth
    for step in stride(from: 0, to: k, by: depth) {
      let steps = min(depth, k - step)
      for row in stride(from: 0, to: m, by: height) {
        let rows = min(height, m - row)
        for band in stride(from: 0, to: rows, by: Band<T>.rows) {
          pack(
            a.advanced(rows: row + band, columns: step).transposed, steps: steps,
            columns: min(Band<T>.rows, rows - band), width: Band<T>.rows,
            into: bands + band * steps)
        }
        for column in stride(from: 0, to: n, by: TileShape<T>.columns) {
          let columns = min(TileShape<T>.columns, n - column)
          let width = (columns + T.lanes - 1) / T.lanes * T.lanes
          pack(
            b.advanced(rows: step, columns: column), steps: steps, columns: columns, width: width,
            into: panel)
          multiplyPanel(
            Bands(
              start: UnsafePointer(bands), rowStride: 1, columnStride: Band<T>.rows,
              bandStride: Band<T>.rows * steps),
            Panel(start: UnsafePointer(panel), stride: width), steps: steps, rows: rows,
            columns: columns, adding: step > 0,
            into: Target(
              start: target.start + (row * target.rowStride + column), rowStride: target.rowStride))
        }
      }
    }
  }
}

/// Packs [steps, columns] of `source` row after row, `width` entries apart, zeros past the edge.
@inline(__always)
private func pack<T: Entry>(
  _ source: Indexed<T>, steps: Int, columns: Int, width: Int, into target: UnsafeMutablePointer<T>
) {
  if columns < width { target.update(repeating: 0, count: width * steps) }
  // Not where the last vector reaches past the edge: there are no offsets to read.
  if columns == TileShape<T>.columns && packVectors(source, steps: steps, into: target) { return }
  var column = 0
  while column < columns {
    let left = columns - column
    let part = source.advanced(rows: 0, columns: column)
    let z = target + column
    if left >= T.lanes && isRun(part.columns, T.lanes) {
      for step in 0..<steps {
        T.store(T.load(part.start + (part.rows[step] + part.columns[0])), z + step * width)
      }
      column += T.lanes
    } else if left >= 4 {
      packFour(part, steps: steps, width: width, into: z)
      column += 4
    } else {
      for step in 0..<steps { z[step * width] = part.start[part.rows[step] + part.columns[0]] }
      column += 1
    }
  }
}

/// Packs a panel as wide as a tile, if it is made of whole vectors.
@inline(__always)
private func packVectors<T: Entry>(
  _ source: Indexed<T>, steps: Int, into target: UnsafeMutablePointer<T>
) -> Bool {
  let vectors = TileShape<T>.vectors
  for i in 0..<vectors where !isRun(source.columns + i * T.lanes, T.lanes) { return false }
  let x = source.start + source.columns[0]
  let y = source.start + source.columns[T.lanes]
  let z = source.start + source.columns[(vectors - 1) * T.lanes]
  for step in 0..<steps {
    let row = source.rows[step]
    let panel = target + step * (vectors * T.lanes)
    T.store(T.load(x + row), panel)
    T.store(T.load(y + row), panel + T.lanes)
    if vectors > 2 { T.store(T.load(z + row), panel + 2 * T.lanes) }
  }
  return true
}

/// Packs four columns, by squares of four rows wherever these are contiguous in each column.
@inline(__always)
private func packFour<T: Entry>(
  _ source: Indexed<T>, steps: Int, width: Int, into target: UnsafeMutablePointer<T>
) {
  let (x, columns) = (source.start, source.columns)
  if isRun(columns, 4) {
    for step in 0..<steps {
      T.copyFour(x + (source.rows[step] + columns[0]), target + step * width)
    }
    return
  }
  let (x0, x1, x2, x3) = (x + columns[0], x + columns[1], x + columns[2], x + columns[3])
  var step = 0
  while step < steps {
    let row = source.rows[step]
    let z = target + step * width
    if step + 4 <= steps && isRun(source.rows + step, 4) {
      T.transposeFour(x0 + row, x1 + row, x2 + row, x3 + row, z, width)
      step += 4
    } else {
      z[0] = x0[row]
      z[1] = x1[row]
      z[2] = x2[row]
      z[3] = x3[row]
      step += 1
    }
  }
}

/// Whether entries at so many offsets lie side by side.
@inline(__always)
private func isRun(_ offsets: UnsafePointer<Int>, _ count: Int) -> Bool {
  for i in 1..<count where offsets[i] != offsets[0] + i { return false }
  return true
}
