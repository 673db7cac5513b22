import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Our ends of pipes: never inherited, never blocking.
enum Pipe {
  /// One end; closed when the last who holds it lets go.
  final class End: @unchecked Sendable {
    private(set) var descriptor: Int32

    init(_ descriptor: Int32) {
      self.descriptor = descriptor
    }

    deinit { shut() }

    func shut() {
      if descriptor >= 0 { close(descriptor) }
      descriptor = -1
    }

    enum Reading { case bytes(ArraySlice<UInt8>), nothingYet, end }

    /// Returns what is there, at most 64 KiB.
    func readAvailable(into buffer: inout [UInt8]) -> Reading {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 { return .bytes(buffer[..<count]) }
      if count < 0 && (errno == EAGAIN || errno == EINTR) { return .nothingYet }
      return .end
    }

    /// Writes as much of `bytes` as there is room for, and takes it off; returns false when
    /// nobody reads any more.
    func writeAvailable(_ bytes: inout Data) -> Bool {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { bytes = Data(bytes.dropFirst(count)) }
      return count >= 0 || errno == EAGAIN || errno == EINTR
    }
  }

  /// A new pipe: the end for the child, and ours. To be called where nobody else starts a child,
  /// which could inherit the ends before they are marked.
  static func open(childReads: Bool) throws(GraderError) -> (child: End, ours: End) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .cannotStart(program: "pipe", errno: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let (child, ours) = childReads ? (ends[0], ends[1]) : (ends[1], ends[0])
    _ = fcntl(ours, F_SETFL, fcntl(ours, F_GETFL) | O_NONBLOCK)
    return (End(child), End(ours))
  }
}
