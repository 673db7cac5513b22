/// Multiplies `a` [rows, count], of which one axis is contiguous, and a vector [count].
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
func multiplyVector<T: Entry>(
  _ a: Strided<T>, _ vector: UnsafePointer<T>, vectorStride: Int, rows: Int, count: Int,
  into result: UnsafeMutablePointer<T>
) {
  if vectorStride != 1 && count > 1 {
    return withWorkspace(count) { (entries: UnsafeMutablePointer<T>) in
      for i in 0..<count { entries[i] = vector[i * vectorStride] }
      multiplyVector(a, entries, vectorStride: 1, rows: rows, count: count, into: result)
    }
  }
  // What it takes is the reading of `a`.
  let threads = threads(
    forNanoseconds: Double(rows) * Double(count) * Double(MemoryLayout<T>.size) * 0.015)
  // Columns are read across, faster in long runs: a piece of them for each thread and no more.
  let pieces = a.columnStride == 1 ? pieces(forThreads: threads) : threads
  forEachPiece(pieces, threads: threads) { index in
    let part = piece(index, of: pieces, count: rows, unit: 4 * T.lanes)
    let a = a.advanced(rows: part.lowerBound, columns: 0)
    let target = result + part.lowerBound
    if a.columnStride == 1 {
      multiplyRows(a, vector, rows: part.count, count: count, into: target)
    } else {
      sumColumns(a, vector, rows: part.count, count: count, into: target)
    }
  }
}

/// The products of rows that are contiguous in themselves.
@inline(__always)
private func multiplyRows<T: Entry>(
  _ a: Strided<T>, _ vector: UnsafePointer<T>, rows: Int, count: Int,
  into result: UnsafeMutablePointer<T>
) {
  let whole = count / T.lanes * T.lanes
  for row in stride(from: 0, to: rows, by: 4) {
    let left = min(4, rows - row)
    let band = BandRows(a.start + row * a.rowStride, rowStride: a.rowStride, rows: left)
    let (a0, a1, a2, a3) = (band.row0, band.row1, band.row2, band.row3)
    let zeros = T.vector(repeating: 0)
    var (s0, s1, s2, s3) = (zeros, zeros, zeros, zeros)
    var i = 0
    while i < whole {
      let x = T.load(vector + i)
      s0 = T.multiplyAdd(s0, T.load(a0 + i), x)
      s1 = T.multiplyAdd(s1, T.load(a1 + i), x)
      s2 = T.multiplyAdd(s2, T.load(a2 + i), x)
      s3 = T.multiplyAdd(s3, T.load(a3 + i), x)
      i &+= T.lanes
    }
    var (t0, t1, t2, t3) = (T.total(s0), T.total(s1), T.total(s2), T.total(s3))
    while i < count {
      t0 = t0.plus(a0[i], times: vector[i])
      t1 = t1.plus(a1[i], times: vector[i])
      t2 = t2.plus(a2[i], times: vector[i])
      t3 = t3.plus(a3[i], times: vector[i])
      i &+= 1
    }
    result[row] = t0
    if left > 1 { result[row + 1] = t1 }
    if left > 2 { result[row + 2] = t2 }
    if left > 3 { result[row + 3] = t3 }
  }
}

/// The sum of columns that are contiguous in themselves, each times its entry of the vector.
@inline(__always)
private func sumColumns<T: Entry>(
  _ a: Strided<T>, _ vector: UnsafePointer<T>, rows: Int, count: Int,
  into result: UnsafeMutablePointer<T>
) {
  // So many rows of the result stay in the first cache.
  for first in stride(from: 0, to: rows, by: 2048) {
    let z = result + first
    let height = min(2048, rows - first)
    z.update(repeating: 0, count: height)
    var column = 0
    while column + 4 <= count {
      let x0 = a.start + (first + column * a.columnStride)
      let (x1, x2) = (x0 + a.columnStride, x0 + 2 * a.columnStride)
      let x3 = x0 + 3 * a.columnStride
      let (v0, v1) = (vector[column], vector[column + 1])
      let (v2, v3) = (vector[column + 2], vector[column + 3])
      for i in 0..<height {
        z[i] = z[i].plus(x0[i], times: v0).plus(x1[i], times: v1).plus(x2[i], times: v2)
          .plus(x3[i], times: v3)
      }
      column += 4
    }
    while column < count {
      let x = a.start + (first + column * a.columnStride)
      for i in 0..<height { z[i] = z[i].plus(x[i], times: vector[column]) }
      column += 1
    }
  }
}
