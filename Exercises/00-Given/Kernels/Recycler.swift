import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Blocks of memory in waiting, by size class.
///
/// A fresh block costs a page fault every 4096 bytes, many times what it costs to fill it.
public struct Recycler: Sendable {
  public static let shared = Mutex(Recycler())

  /// The most bytes to hold on to.
  private static let limit = 256 << 20

  private var waiting: [[Block]] = []
  private var byteCount = 0
  private var offset = 0

  public init() {}

  /// A block that waits, or else a fresh one.
  public mutating func take(_ size: SizeClass) -> Block {
    if size.index < waiting.count, let block = waiting[size.index].popLast() {
      byteCount -= block.capacity
      return block
    }
    // Operands that lie alike in their pages take up to a fifth longer: the processor tells addresses
    // apart by some of their lowest bits. So of eight large blocks no two do.
    if Block.isLarge(size.capacity) { offset = (offset + 6 * 4096 + 5 * 512) % Block.slack }
    return Block(capacity: size.capacity, offset: offset)
  }

  /// Takes a block back, unless there is too much of that already.
  public mutating func keep(_ block: Block) -> Bool {
    guard byteCount + block.capacity <= Recycler.limit else { return false }
    let index = SizeClass(byteCount: block.capacity).index
    while waiting.count <= index { waiting.append([]) }
    waiting[index].append(block)
    byteCount += block.capacity
    return true
  }
}

/// A piece of memory that has one owner at a time.
public struct Block: @unchecked Sendable {
  public let start: UnsafeMutableRawPointer
  public let capacity: Int

  /// What a large block takes beside its capacity, so that it may begin `offset` bytes later.
  fileprivate static let slack = 1 << 16

  /// As much as the largest pages hold.
  private static let largePage = 1 << 21

  public init(start: UnsafeMutableRawPointer, capacity: Int) {
    self.start = start
    self.capacity = capacity
  }

  /// Fresh memory, aligned to 64 bytes.
  fileprivate init(capacity: Int, offset: Int) {
    self.capacity = capacity
    if !Block.isLarge(capacity) {
      start = .allocate(byteCount: capacity, alignment: 64)
      return
    }
    let size = capacity + Block.slack
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: Block.largePage)
    #if canImport(Glibc)
      // Pages of 2 MiB: a five hundredth of the faults and of the places to look up.
      madvise(memory, size / Block.largePage * Block.largePage, MADV_HUGEPAGE)
    #endif
    start = memory + offset
  }

  /// Gives the memory back to the system.
  public func deallocate() {
    let mask = UInt(Block.largePage - 1)
    let offset = Block.isLarge(capacity) ? Int(UInt(bitPattern: start) & mask) : 0
    (start - offset).deallocate()
  }

  fileprivate static func isLarge(_ capacity: Int) -> Bool { capacity >= largePage }
}

/// Four sizes for each power of two, so that rounding up wastes a quarter at most.
public struct SizeClass {
  public let capacity: Int
  let index: Int

  public init(byteCount: Int) {
    let size = max(byteCount, 256) - 1
    let exponent = Int.bitWidth - 1 - size.leadingZeroBitCount
    let quarter = 1 << (exponent - 2)
    capacity = (size / quarter + 1) * quarter
    index = 4 * exponent + size / quarter - 4
  }
}

/// Calls `body` with room for `count` entries of unknown content.
@inline(__always)
func withWorkspace<T: Entry>(_ count: Int, _ body: (UnsafeMutablePointer<T>) -> Void) {
  let size = SizeClass(byteCount: count * MemoryLayout<T>.stride)
  let block = Recycler.shared.withLock { $0.take(size) }
  body(block.start.assumingMemoryBound(to: T.self))
  let isKept = Recycler.shared.withLock { $0.keep(block) }
  if !isKept { block.deallocate() }
}
