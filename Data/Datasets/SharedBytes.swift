#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Read-only memory that all values cut from one data set hold together.
///
/// Unchecked because it holds a pointer; sound because nothing writes after `init` and the memory
/// lives as long as the object.
final class SharedBytes: @unchecked Sendable {
  let memory: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps a file, whose bytes are then read from disk when they are first touched, and lie in
  /// memory once however many processes map them.
  ///
  /// Cutting the file short while it is mapped ends the process that reads beyond its new end.
  init(mapping path: String, size expected: DatasetError.ExpectedSize) throws(DatasetError) {
    memory = try FileSystem.reading(path) { (descriptor, size) throws(DatasetError) in
      guard expected.accepts(size) else {
        throw .wrongSize(file: path, bytes: size, expected: expected)
      }
      let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
      guard let address, address != MAP_FAILED else {
        throw .unreadable(file: path, errno: errno)
      }
      return UnsafeRawBufferPointer(start: address, count: size)
    }
    isMapped = true
  }

  /// Allocates `count` bytes, all of which `fill` has to write.
  init(count: Int, filledBy fill: (UnsafeMutableRawBufferPointer) -> Void) {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 64)
    fill(bytes)
    memory = UnsafeRawBufferPointer(bytes)
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress!), memory.count)
    } else {
      memory.deallocate()
    }
  }
}
