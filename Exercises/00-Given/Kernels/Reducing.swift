/// What many entries are reduced to.
public enum Reduction: Sendable {
  case sum, minimum, maximum
}

/// Reduces the middle axis of contiguous entries [outer, count, inner] to [outer, inner].
///
/// `count` must be positive for a minimum or maximum. Each result is made in the same order
/// whatever the number of threads.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func reduce<T: Entry>(
  _ reduction: Reduction, _ source: UnsafePointer<T>, outer: Int, count: Int, inner: Int,
  into result: UnsafeMutablePointer<T>
) {
  if outer == 1 && inner == 1 && reduction == .sum {
    result[0] = T(contiguousSum(source, count: count))
    return
  }
  forEachPart(
    outer, inner, nanoseconds: nanoseconds(T.self, outer * count * inner, each: 0.12)
  ) { blocks, part in
    let x = source + blocks.lowerBound * count * inner
    let z = result + blocks.lowerBound * inner
    if inner > 1 {
      reduceRows(reduction, x, blocks.count, count, inner, part, into: z)
    } else if count > 0 && count < 32 {
      reduceShort(reduction, x, blocks.count, count, into: z)
    } else {
      reduceLong(reduction, x, blocks.count, count, into: z)
    }
  }
}

/// Reduces blocks of rows to one row each; `part` of it.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func reduceRows<T: Entry>(
  _ reduction: Reduction, _ source: UnsafePointer<T>, _ blocks: Int, _ count: Int, _ inner: Int,
  _ part: Range<Int>, into result: UnsafeMutablePointer<T>
) {
  for block in 0..<blocks {
    let x = source + (block * count * inner + part.lowerBound)
    let z = result + (block * inner + part.lowerBound)
    switch reduction {
    case .sum: everyRow(x, count, inner, part.count, z, from: 0) { $0 + $1 }
    case .minimum: everyRow(x, count, inner, part.count, z, from: .infinity) { lesser($0, $1) }
    case .maximum: everyRow(x, count, inner, part.count, z, from: -.infinity) { greater($0, $1) }
    }
  }
}

@inline(__always)
private func everyRow<T: Entry>(
  _ source: UnsafePointer<T>, _ count: Int, _ stride: Int, _ width: Int,
  _ result: UnsafeMutablePointer<T>, from first: T, _ body: (T, T) -> T
) {
  // Four rows at a time, so that the result is read and written a quarter as often.
  for i in 0..<width { result[i] = first }
  var row = 0
  while row + 4 <= count {
    let x0 = source + row * stride
    let (x1, x2, x3) = (x0 + stride, x0 + 2 * stride, x0 + 3 * stride)
    for i in 0..<width {
      result[i] = body(result[i], body(body(x0[i], x1[i]), body(x2[i], x3[i])))
    }
    row += 4
  }
  while row < count {
    let x = source + row * stride
    for i in 0..<width { result[i] = body(result[i], x[i]) }
    row += 1
  }
}

/// Reduces rows that are too short for vectors, sixteen of them side by side.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func reduceShort<T: Entry>(
  _ reduction: Reduction, _ source: UnsafePointer<T>, _ rows: Int, _ count: Int,
  into result: UnsafeMutablePointer<T>
) {
  withUnsafeTemporaryAllocation(of: T.self, capacity: 16 * count) { workspace in
    guard let x = workspace.baseAddress else { return }
    x.initialize(repeating: 0, count: 16 * count)
    switch reduction {
    case .sum: everyShortRow(source, rows, count, x, result) { $0 + $1 }
    case .minimum: everyShortRow(source, rows, count, x, result) { lesser($0, $1) }
    case .maximum: everyShortRow(source, rows, count, x, result) { greater($0, $1) }
    }
  }
}

@inline(__always)
private func everyShortRow<T: Entry>(
  _ source: UnsafePointer<T>, _ rows: Int, _ count: Int, _ columns: UnsafeMutablePointer<T>,
  _ result: UnsafeMutablePointer<T>, _ body: (T, T) -> T
) {
  if count == 2 {
    for row in 0..<rows { result[row] = body(source[2 * row], source[2 * row + 1]) }
    return
  }
  for start in stride(from: 0, to: rows, by: 16) {
    let height = min(16, rows - start)
    writeColumns(of: source + start * count, height, count, to: columns)
    for column in 1..<count {
      let x = columns + 16 * column
      for i in 0..<16 { columns[i] = body(columns[i], x[i]) }
    }
    for i in 0..<height { result[start + i] = columns[i] }
  }
}

/// Writes at most sixteen rows as columns, sixteen entries apart: so vectors take short rows side by
/// side.
@inline(__always)
func writeColumns<T: Entry>(
  of source: UnsafePointer<T>, _ rows: Int, _ count: Int, to columns: UnsafeMutablePointer<T>
) {
  transposeRows(
    Strided(start: source, rowStride: count, columnStride: 1), rows: rows, columns: count,
    into: Target(start: columns, rowStride: 16))
}

/// Reduces rows that are long enough for vectors.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func reduceLong<T: Entry>(
  _ reduction: Reduction, _ source: UnsafePointer<T>, _ rows: Int, _ count: Int,
  into result: UnsafeMutablePointer<T>
) {
  if reduction == .maximum && count >= 4 * T.lanes {
    return maximaOfLong(source, rows, count, into: result)
  }
  for row in 0..<rows {
    let x = source + row * count
    switch reduction {
    case .sum: result[row] = T(sumOfBlocks(x, count))
    case .minimum: result[row] = extreme(x, count, from: .infinity) { lesser($0, $1) }
    case .maximum: result[row] = maximum(x, count)
    }
  }
}

/// The greatest entry of each row of at least four vectors: of sixteen rows a vector each, and then of
/// these vectors side by side. In a row alone the last vector takes as long as all others.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func maximaOfLong<T: Entry>(
  _ source: UnsafePointer<T>, _ rows: Int, _ count: Int, into result: UnsafeMutablePointer<T>
) {
  let lanes = T.lanes
  withUnsafeTemporaryAllocation(of: T.self, capacity: 2 * 16 * lanes) { workspace in
    workspace.initialize(repeating: 0)
    guard let best = workspace.baseAddress else { return }
    let columns = best + 16 * lanes
    for start in stride(from: 0, to: rows, by: 16) {
      let height = min(16, rows - start)
      var odd = T.vector(repeating: 0)
      for row in 0..<height {
        T.store(greatestLanes(source + (start + row) * count, count, &odd), best + row * lanes)
      }
      // NaN is greater than nothing, and has to be found apart.
      guard T.total(odd) == 0 else {
        for row in start..<start + height { result[row] = maximum(source + row * count, count) }
        continue
      }
      writeColumns(of: best, height, lanes, to: columns)
      for lane in 1..<lanes {
        let x = columns + 16 * lane
        for i in 0..<16 { columns[i] = columns[i] > x[i] ? columns[i] : x[i] }
      }
      for i in 0..<height { result[start + i] = columns[i] }
    }
  }
}

/// The greatest entries of a row, each lane of some of it; its NaNs go to `odd`.
@inline(__always)
private func greatestLanes<T: Entry>(
  _ x: UnsafePointer<T>, _ count: Int, _ odd: inout T.Vector
) -> T.Vector {
  let lanes = T.lanes
  var (best0, best1) = (T.load(x), T.load(x + lanes))
  var (best2, best3) = (T.load(x + 2 * lanes), T.load(x + 3 * lanes))
  var (odd0, odd1, odd2, odd3) = (odd, odd, odd, odd)
  var i = 0
  while i + 4 * lanes <= count {
    let (x0, x1) = (T.load(x + i), T.load(x + i + lanes))
    let (x2, x3) = (T.load(x + i + 2 * lanes), T.load(x + i + 3 * lanes))
    T.keepGreater(&best0, x0)
    T.keepGreater(&best1, x1)
    T.keepGreater(&best2, x2)
    T.keepGreater(&best3, x3)
    T.keepNaN(&odd0, x0)
    T.keepNaN(&odd1, x1)
    T.keepNaN(&odd2, x2)
    T.keepNaN(&odd3, x3)
    i += 4 * lanes
  }
  while i < count {
    // The last vector ends with the row, and takes some entries again.
    let rest = T.load(x + min(i, count - lanes))
    T.keepGreater(&best0, rest)
    T.keepNaN(&odd0, rest)
    i += lanes
  }
  T.keepGreater(&best0, best1)
  T.keepGreater(&best2, best3)
  T.keepGreater(&best0, best2)
  odd = T.sum(T.sum(odd0, odd1), T.sum(odd2, odd3))
  return best0
}

/// The greatest of some entries, or NaN if one of them is.
@inline(__always)
func maximum<T: Entry>(_ source: UnsafePointer<T>, _ count: Int) -> T {
  extreme(source, count, from: -.infinity) { greater($0, $1) }
}

/// The extreme of some entries, or NaN if one of them is: of 32 at a time, and then of those.
@inline(__always)
private func extreme<T: Entry>(
  _ source: UnsafePointer<T>, _ count: Int, from first: T, _ body: (T, T) -> T
) -> T {
  let width = 32
  return withUnsafeTemporaryAllocation(of: T.self, capacity: width) { extremes in
    guard let start = extremes.baseAddress else { return first }
    let whole = count / width
    everyRow(source, whole, width, width, start, from: first, body)
    // In halves, which are vectors, rather than one after another.
    for i in 0..<16 { start[i] = body(start[i], start[i + 16]) }
    for i in 0..<8 { start[i] = body(start[i], start[i + 8]) }
    for i in 0..<4 { start[i] = body(start[i], start[i + 4]) }
    var result = body(body(start[0], start[1]), body(start[2], start[3]))
    for i in whole * width..<count { result = body(result, source[i]) }
    return result
  }
}
