import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The most threads an operation may use: what `GRADUS_THREADS` says, else as many as there are cores.
public let threadLimit = Atomic(requestedThreads ?? coreCount)

private let requestedThreads: Int? = {
  guard let word = getenv("GRADUS_THREADS").map({ String(cString: $0) }) else { return nil }
  guard let count = Int(word), count > 0 else {
    fatalError("GRADUS_THREADS is '\(word)'. It takes a whole number from 1.")
  }
  return count
}()

private let coreCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

private let crew = Crew(members: coreCount - 1)

/// The number of threads among which an operation that takes one of them `nanoseconds` is shared.
///
/// To call another takes some 3 µs, so each has to have several times as much to do.
@inline(__always)
public func threads(forNanoseconds nanoseconds: Double) -> Int {
  if nanoseconds < 20_000 { return 1 }
  return min(threadLimit.load(ordering: .relaxed), Int(min(nanoseconds / 10_000, 1024)))
}

/// Calls `body` for each of `count` pieces of work on so many threads. Each takes a piece as soon as
/// it is done with another, so a busy core does not keep the others waiting; only where somebody else
/// is at work on several threads, too, are the pieces dealt out beforehand.
///
/// Returns when all is done. The pieces must not depend on each other. It may be called on many
/// threads at once, and within a piece.
@inline(__always)
public func forEachPiece(_ count: Int, threads: Int, _ body: (Int) -> Void) {
  if threads == 1 || count == 1 {
    for piece in 0..<count { body(piece) }
    return
  }
  if crew.run(count, threads: threads, body) { return }
  // What a piece writes to is that piece's alone.
  nonisolated(unsafe) let body = body
  DispatchQueue.concurrentPerform(iterations: threads) { thread in
    for index in piece(thread, of: threads, count: count, unit: 1) { body(index) }
  }
}

/// The number of pieces that work on so many threads is divided into.
@inline(__always)
public func pieces(forThreads threads: Int) -> Int { threads == 1 ? 1 : 4 * threads }

/// Piece `index` of the numbers `0..<count`, divided into `pieces` that are alike but for the last
/// and begin at multiples of `unit`.
@inline(__always)
public func piece(_ index: Int, of pieces: Int, count: Int, unit: Int) -> Range<Int> {
  let units = (count + unit - 1) / unit
  let first = min(index * units / pieces * unit, count)
  let last = min((index + 1) * units / pieces * unit, count)
  return first..<last
}

/// Calls `body` with parts of some rows and columns that take one thread `nanoseconds` together, on
/// several threads where that pays. Every entry is in one part, and no part is empty.
@inline(__always)
public func forEachPart(
  _ rows: Int, _ columns: Int, nanoseconds: Double, _ body: (Range<Int>, Range<Int>) -> Void
) {
  if rows == 0 || columns == 0 { return }
  let threads = threads(forNanoseconds: nanoseconds)
  let pieces = pieces(forThreads: threads)
  forEachPiece(pieces, threads: threads) { index in
    if rows >= pieces {
      body(piece(index, of: pieces, count: rows, unit: 1), 0..<columns)
    } else {
      let part = piece(index, of: pieces, count: columns, unit: 64)
      if !part.isEmpty { body(0..<rows, part) }
    }
  }
}

/// The time that it takes to go through so many entries, `each` the time for 4 bytes of one.
@inline(__always)
public func nanoseconds<T>(_: T.Type, _ count: Int, each: Double) -> Double {
  Double(count * MemoryLayout<T>.size) * each * 0.25
}
