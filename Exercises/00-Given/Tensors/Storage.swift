internal import Kernels

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The memory of one or more tensors: if there is much of it, aligned to 64 bytes, and given back for
/// reuse at the end.
///
/// Only a tensor that holds the last reference writes to it, hence `@unchecked Sendable`.
@usableFromInline
final class Storage: @unchecked Sendable {
  @usableFromInline let bytes: UnsafeMutableRawPointer
  /// 0 if there is little memory: it comes from `malloc`, which is faster than a lock.
  private let capacity: Int

  /// Room for `byteCount` bytes, of unknown content.
  init(byteCount: Int) {
    if byteCount <= 256, let memory = malloc(256) {
      bytes = memory
      capacity = 0
      return
    }
    let block = Recycler.shared.withLock { $0.take(SizeClass(byteCount: byteCount)) }
    bytes = block.start
    capacity = block.capacity
  }

  deinit {
    if capacity == 0 { return free(bytes) }
    let block = Block(start: bytes, capacity: capacity)
    let isKept = Recycler.shared.withLock { $0.keep(block) }
    if !isKept { block.deallocate() }
  }
}
