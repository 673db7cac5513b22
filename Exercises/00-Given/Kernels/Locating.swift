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
    forEachPart(
      outer, 1, nanoseconds: nanoseconds(T.self, outer * count, each: 0.15)
    ) { rows, _ in
      locateLong(source, rows, count, into: positions)
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

/// As `locateMaxima`, of rows that are long enough for vectors: first what is greatest, and then
/// where it is first.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func locateLong<T: Entry>(
  _ source: UnsafePointer<T>, _ rows: Range<Int>, _ count: Int,
  into positions: UnsafeMutablePointer<Int>
) {
  for row in rows {
    let x = source + row * count
    let entry = maximum(x, count)
    let isNaN = entry != entry
    let vector = T.vector(repeating: entry)
    var i = 0
    // Past what is without it: looking through four vectors at once takes but one branch.
    while !isNaN && i + 4 * T.lanes <= count && !T.isAmongFour(vector, x + i) { i += 4 * T.lanes }
    while i < count - 1 && !(isNaN ? x[i] != x[i] : x[i] == entry) { i += 1 }
    positions[row] = i
  }
}

/// As `locateMaxima`, of rows that are too short for vectors, sixteen of them side by side.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func locateShort<T: Entry>(
  _ source: UnsafePointer<T>, _ rows: Range<Int>, _ count: Int,
  into positions: UnsafeMutablePointer<Int>
) {
  withUnsafeTemporaryAllocation(of: T.self, capacity: 16 * (count + 2)) { workspace in
    guard let best = workspace.baseAddress else { return }
    // Positions as entries, beside the others: so the compiler makes vectors of all of them.
    let place = best + 16
    let columns = best + 32
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: 16) {
      let height = min(16, rows.upperBound - start)
      writeColumns(of: source + start * count, height, count, to: columns)
      for i in 0..<height {
        best[i] = columns[i]
        place[i] = 0
      }
      for column in 1..<count {
        let x = columns + 16 * column
        for i in 0..<height { best[i] = greater(best[i], x[i]) }
      }
      // From the last to the first, which so is what stays.
      var position = T(count)
      for column in (0..<count).reversed() {
        let x = columns + 16 * column
        position -= 1
        for i in 0..<height {
          // Read before they are chosen from: otherwise the choice is a branch.
          let (entry, former) = (x[i], place[i])
          let found = entry == best[i] ? position : former
          place[i] = entry == entry ? found : position
        }
      }
      for i in 0..<height { positions[start + i] = place[i].integer }
    }
  }
}
