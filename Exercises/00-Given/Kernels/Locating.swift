/// The positions of the first greatest entries (or first NaNs) along the middle axis of contiguous
/// entries [outer, count, inner].
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func locateMaxima<T: Entry>(
  _ source: UnsafePointer<T>, outer: Int, count: Int, inner: Int,
  into positions: UnsafeMutablePointer<Int>
) {
  if inner == 1 && count >= 64 {
    withWorkspace(outer) { (maxima: UnsafeMutablePointer<T>) in
      reduce(.maximum, source, outer: outer, count: count, inner: 1, into: maxima)
      forEachPart(
        outer, 1, nanoseconds: nanoseconds(T.self, outer * count, each: 0.1)
      ) { rows, _ in
        findFirst(maxima, in: source, rows, count, into: positions)
      }
    }
    return
  }
  forEachPart(
    outer, inner, nanoseconds: nanoseconds(T.self, outer * count * inner, each: 1)
  ) { blocks, part in
    if inner == 1 { return locateShort(source, blocks, count, into: positions) }
    locateMaxima(source, blocks, count, inner, part, into: positions)
  }
}

@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func locateMaxima<T: Entry>(
  _ source: UnsafePointer<T>, _ blocks: Range<Int>, _ count: Int, _ inner: Int,
  _ part: Range<Int>, into positions: UnsafeMutablePointer<Int>
) {
  for block in blocks {
    let x = source + block * count * inner
    let z = positions + block * inner
    for i in part { z[i] = 0 }
    // Row after row, as the entries lie in memory.
    for row in 1..<max(count, 1) {
      for i in part {
        let entry = x[row * inner + i]
        let best = x[z[i] * inner + i]
        if entry > best || (entry != entry && best == best) { z[i] = row }
      }
    }
  }
}

/// Where in each of some rows its entry of `wanted` is first, or NaN where that is NaN.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func findFirst<T: Entry>(
  _ wanted: UnsafePointer<T>, in source: UnsafePointer<T>, _ rows: Range<Int>, _ count: Int,
  into positions: UnsafeMutablePointer<Int>
) {
  for row in rows {
    let x = source + row * count
    let entry = wanted[row]
    let isNaN = entry != entry
    var i = 0
    // Past the blocks of 32 without it: looking through a block takes vectors, and no branch.
    while !isNaN && i + 32 <= count && !has(entry, x + i) { i += 32 }
    while i < count - 1 && !(isNaN ? x[i] != x[i] : x[i] == entry) { i += 1 }
    positions[row] = i
  }
}

/// Whether `entry` is among 32.
@inline(__always)
private func has<T: Entry>(_ entry: T, _ x: UnsafePointer<T>) -> Bool {
  var hits: UInt32 = 0
  for i in 0..<32 { hits |= x[i] == entry ? 1 : 0 }
  return hits != 0
}

/// As `locateMaxima`, of rows that are too short for vectors, sixteen of them side by side.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func locateShort<T: Entry>(
  _ source: UnsafePointer<T>, _ rows: Range<Int>, _ count: Int,
  into positions: UnsafeMutablePointer<Int>
) {
  withUnsafeTemporaryAllocation(of: T.self, capacity: 16) { maxima in
    guard let best = maxima.baseAddress else { return }
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: 16) {
      let height = min(16, rows.upperBound - start)
      let z = positions + start
      for i in 0..<height {
        best[i] = source[(start + i) * count]
        z[i] = 0
      }
      for column in 1..<max(count, 1) {
        let x = source + (start * count + column)
        for i in 0..<height {
          let entry = x[i &* count]
          // NaN is not at most anything. Bits, because `&&` is a branch that nobody can predict.
          let isGreater: UInt32 = entry <= best[i] ? 0 : 1
          let isNumber: UInt32 = best[i] == best[i] ? 1 : 0
          let isBetter = isGreater & isNumber != 0
          best[i] = isBetter ? entry : best[i]
          z[i] = isBetter ? column : z[i]
        }
      }
    }
  }
}
