import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Files that are whole or not there.
public enum AtomicFile {
  /// Writes `data` beside `path`, has it on the disk, and gives it its name then.
  ///
  /// - Parameter durably: Whether to wait for the disk. What can be made again need not outlive a
  ///   power failure, and a dozen waits are longer than the compiler's work.
  public static func write(
    _ data: Data, to path: String, durably: Bool = true
  ) throws(GraderError) {
    let temporary = "\(path).\(getpid()).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
    var code: Int32 = 0
    var rest = data
    while !rest.isEmpty && code == 0 {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { rest = Data(rest.dropFirst(count)) } else if errno != EINTR { code = errno }
    }
    if durably, code == 0, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, rename(temporary, path) != 0 { code = errno }
    guard code == 0 else {
      unlink(temporary)
      throw .cannotWrite(path: path, errno: code)
    }
  }
}
