/// The sum of `count` contiguous entries.
///
/// Vectors of partial sums, and every `block` entries a number of twice the length: so the error of
/// a `Float` sum does not grow with the number of entries. The blocks are summed in their order,
/// whatever the number of threads.
@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
public func contiguousSum<T: Entry>(_ source: UnsafePointer<T>, count: Int) -> Double {
  let threads = threads(forNanoseconds: nanoseconds(T.self, count, each: 0.06))
  if threads == 1 { return sumOfBlocks(source, count) }
  let block = blockLength(T.self)
  let blocks = (count + block - 1) / block
  return withUnsafeTemporaryAllocation(of: Double.self, capacity: blocks) { sums in
    nonisolated(unsafe) let sums = sums
    let pieces = pieces(forThreads: threads)
    forEachPiece(pieces, threads: threads) { index in
      for i in piece(index, of: pieces, count: blocks, unit: 1) {
        sums[i] = blockSum(source + i * block, min(block, count - i * block))
      }
    }
    return sums.reduce(0, +)
  }
}

@inline(__always)
private func blockLength<T: Entry>(_: T.Type) -> Int { 256 * T.lanes }

/// As `contiguousSum`, on this thread.
@inline(__always)
func sumOfBlocks<T: Entry>(_ source: UnsafePointer<T>, _ count: Int) -> Double {
  let block = blockLength(T.self)
  var total = 0.0
  for start in stride(from: 0, to: count, by: block) {
    total += blockSum(source + start, min(block, count - start))
  }
  return total
}

@_specialize(kind:full,where T == Float)
@_specialize(kind:full,where T == Double)
@inline(never)
private func blockSum<T: Entry>(_ source: UnsafePointer<T>, _ count: Int) -> Double {
  var a = T.vector(repeating: 0)
  var (b, c, d) = (a, a, a)
  var i = 0
  let width = 4 * T.lanes
  while i &+ width <= count {
    a = T.sum(a, T.load(source + i))
    b = T.sum(b, T.load(source + i + T.lanes))
    c = T.sum(c, T.load(source + i + 2 * T.lanes))
    d = T.sum(d, T.load(source + i + 3 * T.lanes))
    i &+= width
  }
  while i &+ T.lanes <= count {
    a = T.sum(a, T.load(source + i))
    i &+= T.lanes
  }
  var rest: T = 0
  while i < count {
    rest += source[i]
    i &+= 1
  }
  return Double(T.total(T.sum(T.sum(a, b), T.sum(c, d)))) + Double(rest)
}
