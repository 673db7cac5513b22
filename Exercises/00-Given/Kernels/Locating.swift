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

/// As `locateMaxima`, of rows of at least four vectors: of sixteen rows a vector each, and then of these
/// vectors side by side. In a row alone the last vector takes as long as all others.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func locateLong<T: Entry>(
  _ source: UnsafePointer<T>, _ rows: Range<Int>, _ count: Int,
  into positions: UnsafeMutablePointer<Int>
) {
  let lanes = T.lanes
  withUnsafeTemporaryAllocation(of: T.self, capacity: 4 * 16 * lanes) { workspace in
    workspace.initialize(repeating: 0)
    guard let best = workspace.baseAddress else { return }
    let places = best + 16 * lanes
    let (columns, columnPlaces) = (places + 16 * lanes, places + 2 * 16 * lanes)
    for i in 0..<lanes { places[i] = T(i) }
    let first = T.load(places)
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: 16) {
      let height = min(16, rows.upperBound - start)
      var odd = T.vector(repeating: 0)
      for row in 0..<height {
        let x = source + (start + row) * count
        let (entries, entryPlaces) = firstGreatestLanes(x, count, first, &odd)
        T.store(entries, best + row * lanes)
        T.store(entryPlaces, places + row * lanes)
      }
      // Places are entries too, and count so far only.
      guard T.total(odd) == 0, count < 1 << 22 else {
        for row in start..<start + height {
          positions[row] = locateAny(source + row * count, count)
        }
        continue
      }
      writeColumns(of: best, height, lanes, to: columns)
      writeColumns(of: places, height, lanes, to: columnPlaces)
      for i in stride(from: 0, to: 16, by: lanes) {
        var (greatest, position) = (T.load(columns + i), T.load(columnPlaces + i))
        for lane in 1..<lanes {
          T.keepFirstGreatest(
            &greatest, &position, T.load(columns + (16 * lane + i)),
            at: T.load(columnPlaces + (16 * lane + i)))
        }
        T.store(position, columnPlaces + i)
      }
      for i in 0..<height { positions[start + i] = columnPlaces[i].integer }
    }
  }
}

/// The greatest entries of a row and the first places of them, each lane of some of it; `odd` becomes NaN
/// where an entry is or may be.
///
/// - Parameter first: The places of the row's first vector.
@inline(__always)
private func firstGreatestLanes<T: Entry>(
  _ x: UnsafePointer<T>, _ count: Int, _ first: T.Vector, _ odd: inout T.Vector
) -> (entries: T.Vector, places: T.Vector) {
  let lanes = T.lanes
  let step = T.vector(repeating: T(4 * lanes))
  let zero = T.vector(repeating: 0)
  // Places are counted from the group's first: those of the second vector are `lanes` further on.
  var place = first
  var (best0, best1) = (T.load(x), T.load(x + lanes))
  var (best2, best3) = (T.load(x + 2 * lanes), T.load(x + 3 * lanes))
  var (places0, places1, places2, places3) = (place, place, place, place)
  var i = 0
  while i + 4 * lanes <= count {
    let (x0, x1) = (T.load(x + i), T.load(x + i + lanes))
    let (x2, x3) = (T.load(x + i + 2 * lanes), T.load(x + i + 3 * lanes))
    T.keepGreater(&best0, &places0, x0, at: place)
    T.keepGreater(&best1, &places1, x1, at: place)
    T.keepGreater(&best2, &places2, x2, at: place)
    T.keepGreater(&best3, &places3, x3, at: place)
    // NaN, and infinity as well, makes a sum NaN when it is taken times 0.
    odd = T.multiplyAdd(odd, T.sum(T.sum(x0, x1), T.sum(x2, x3)), zero)
    place = T.sum(place, step)
    i += 4 * lanes
  }
  while i < count {
    // The last vector ends with the row, and takes some entries again: they are no greater.
    let start = min(i, count - lanes)
    let rest = T.load(x + start)
    T.keepGreater(&best0, &places0, rest, at: T.sum(first, T.vector(repeating: T(start))))
    odd = T.multiplyAdd(odd, rest, zero)
    i += lanes
  }
  T.keepFirstGreatest(
    &best0, &places0, best1, at: T.sum(places1, T.vector(repeating: T(lanes))))
  T.keepFirstGreatest(
    &best2, &places2, best3, at: T.sum(places3, T.vector(repeating: T(lanes))))
  T.keepFirstGreatest(
    &best0, &places0, best2, at: T.sum(places2, T.vector(repeating: T(2 * lanes))))
  return (best0, places0)
}

/// The position in one row, of whatever entries: first what is greatest, and then where it is.
@inline(__always)
private func locateAny<T: Entry>(_ x: UnsafePointer<T>, _ count: Int) -> Int {
  let entry = maximum(x, count)
  let isNaN = entry != entry
  var i = 0
  while i < count - 1 && !(isNaN ? x[i] != x[i] : x[i] == entry) { i += 1 }
  return i
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
