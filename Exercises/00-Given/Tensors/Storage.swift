internal import Kernels

/// The memory of one or more tensors: aligned to 64 bytes, and given back for reuse at the end.
///
/// Only a tensor that holds the last reference writes to it, hence `@unchecked Sendable`.
@usableFromInline
final class Storage: @unchecked Sendable {
  @usableFromInline let bytes: UnsafeMutableRawPointer
  private let capacity: Int

  /// Room for `byteCount` bytes, of unknown content.
  init(byteCount: Int) {
    let block = Recycler.shared.withLock { $0.take(SizeClass(byteCount: byteCount)) }
    bytes = block.start
    capacity = block.capacity
  }

  deinit {
    let block = Block(start: bytes, capacity: capacity)
    let isKept = Recycler.shared.withLock { $0.keep(block) }
    if !isKept { bytes.deallocate() }
  }
}
