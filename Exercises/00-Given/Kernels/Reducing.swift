/// What many entries are reduced to.
public enum Reduction: Sendable {
  case sum, minimum, maximum
}

/// Reduces the middle axis of contiguous entries [outer, count, inner] to [outer, inner].
///
/// `count` must be positive for a minimum or maximum.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func reduce<T: Entry>(
  _ reduction: Reduction, _ source: UnsafePointer<T>, outer: Int, count: Int, inner: Int,
  into result: UnsafeMutablePointer<T>
) {
  for block in 0..<outer {
    let x = source + block * count * inner
    let z = result + block * inner
    if inner == 1 {
      switch reduction {
      case .sum: z[0] = T(contiguousSum(x, count: count))
      case .minimum: z[0] = everyEntry(x, count) { lesser($0, $1) }
      case .maximum: z[0] = everyEntry(x, count) { greater($0, $1) }
      }
    } else {
      switch reduction {
      case .sum: everyRow(x, count, inner, z, from: 0) { $0 + $1 }
      case .minimum: everyRow(x, count, inner, z, from: .infinity) { lesser($0, $1) }
      case .maximum: everyRow(x, count, inner, z, from: -.infinity) { greater($0, $1) }
      }
    }
  }
}

/// The sum of `count` contiguous entries.
///
/// Vectors of partial sums, and every 4096 entries a number of twice the length: so the error of a
/// `Float` sum does not grow with the number of entries.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func contiguousSum<T: Entry>(_ source: UnsafePointer<T>, count: Int) -> Double {
  var total = 0.0
  var i = 0
  let width = 4 * T.lanes
  while i + width <= count {
    var a = T.vector(repeating: 0)
    var b = a
    var c = a
    var d = a
    let end = min(count - width, i + 4096 - width)
    while i <= end {
      a = T.sum(a, T.load(source + i))
      b = T.sum(b, T.load(source + i + T.lanes))
      c = T.sum(c, T.load(source + i + 2 * T.lanes))
      d = T.sum(d, T.load(source + i + 3 * T.lanes))
      i += width
    }
    total += Double(T.total(T.sum(T.sum(a, b), T.sum(c, d))))
  }
  var rest: T = 0
  while i < count {
    rest += source[i]
    i += 1
  }
  return total + Double(rest)
}

/// Eight results side by side, since each comparison waits for the one before it.
@inline(__always)
private func everyEntry<T: Entry>(
  _ source: UnsafePointer<T>, _ count: Int, _ body: (T, T) -> T
) -> T {
  var result = source[0]
  var i = 1
  if count >= 16 {
    var (a, b, c, d) = (source[0], source[1], source[2], source[3])
    var (e, f, g, h) = (source[4], source[5], source[6], source[7])
    i = 8
    while i + 8 <= count {
      a = body(a, source[i])
      b = body(b, source[i + 1])
      c = body(c, source[i + 2])
      d = body(d, source[i + 3])
      e = body(e, source[i + 4])
      f = body(f, source[i + 5])
      g = body(g, source[i + 6])
      h = body(h, source[i + 7])
      i += 8
    }
    result = body(body(body(a, b), body(c, d)), body(body(e, f), body(g, h)))
  }
  while i < count {
    result = body(result, source[i])
    i += 1
  }
  return result
}

@inline(__always)
private func everyRow<T: Entry>(
  _ source: UnsafePointer<T>, _ count: Int, _ inner: Int, _ result: UnsafeMutablePointer<T>,
  from first: T, _ body: (T, T) -> T
) {
  for i in 0..<inner { result[i] = first }
  for row in 0..<count {
    let x = source + row * inner
    for i in 0..<inner { result[i] = body(result[i], x[i]) }
  }
}

/// The positions of the first greatest entries (or first NaNs) along the middle axis of contiguous
/// entries [outer, count, inner].
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func locateMaxima<T: Entry>(
  _ source: UnsafePointer<T>, outer: Int, count: Int, inner: Int,
  into positions: UnsafeMutablePointer<Int>
) {
  for block in 0..<outer {
    let x = source + block * count * inner
    let z = positions + block * inner
    for i in 0..<inner { z[i] = 0 }
    if inner == 1 {
      var best = x[0]
      for i in 1..<max(count, 1) where x[i] > best || (x[i] != x[i] && best == best) {
        best = x[i]
        z[0] = i
      }
      continue
    }
    // Row after row, as the entries lie in memory.
    for row in 1..<max(count, 1) {
      for i in 0..<inner {
        let entry = x[row * inner + i]
        let best = x[z[i] * inner + i]
        if entry > best || (entry != entry && best == best) { z[i] = row }
      }
    }
  }
}
