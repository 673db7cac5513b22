import Synchronization

/// Blocks of memory in waiting, by size class.
///
/// A fresh block costs a page fault every 4096 bytes, many times what it costs to fill it.
struct Recycler {
  static let shared = Mutex(Recycler())

  /// The most bytes to hold on to.
  private static let limit = 256 << 20

  private var waiting: [[Block]] = []
  private var byteCount = 0

  /// A block that waits, or else a fresh one.
  mutating func take(_ size: SizeClass) -> Block {
    if size.index < waiting.count, let block = waiting[size.index].popLast() {
      byteCount -= block.capacity
      return block
    }
    let start = UnsafeMutableRawPointer.allocate(byteCount: size.capacity, alignment: 64)
    return Block(start: start, capacity: size.capacity)
  }

  /// Takes a block back, unless there is too much of that already.
  mutating func keep(_ block: Block) -> Bool {
    guard byteCount + block.capacity <= Recycler.limit else { return false }
    let index = SizeClass(byteCount: block.capacity).index
    while waiting.count <= index { waiting.append([]) }
    waiting[index].append(block)
    byteCount += block.capacity
    return true
  }
}

/// A piece of memory that has one owner at a time.
struct Block: @unchecked Sendable {
  let start: UnsafeMutableRawPointer
  let capacity: Int
}

/// Four sizes for each power of two, so that rounding up wastes a quarter at most.
struct SizeClass {
  let capacity: Int
  let index: Int

  init(byteCount: Int) {
    let size = max(byteCount, 256) - 1
    let exponent = Int.bitWidth - 1 - size.leadingZeroBitCount
    let quarter = 1 << (exponent - 2)
    capacity = (size / quarter + 1) * quarter
    index = 4 * exponent + size / quarter - 4
  }
}
