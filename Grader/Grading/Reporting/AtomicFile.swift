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
    try write(data, to: path, durably: durably) { rename($0, $1) == 0 ? 0 : errno }
  }

  /// Writes `data` where nothing is yet; returns whether that was so, whoever else tries at once.
  static func writeNew(_ data: Data, to path: String) throws(GraderError) -> Bool {
    var isNew = true
    try write(data, to: path, durably: true) { temporary, path in
      let code = link(temporary, path) == 0 ? 0 : errno
      // Not every disk has a second name for a file.
      if [EPERM, EOPNOTSUPP, ENOSYS].contains(code) {
        return rename(temporary, path) == 0 ? 0 : errno
      }
      unlink(temporary)
      isNew = code == 0
      return code == EEXIST ? 0 : code
    }
    return isNew
  }

  /// - Parameter place: Gives the temporary file its name; returns the system's number for what
  ///   went wrong.
  private static func write(
    _ data: Data, to path: String, durably: Bool, place: (String, String) -> Int32
  ) throws(GraderError) {
    // On a disk that machines share, two may have the same number.
    let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).new"
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
    if code == 0 { code = place(temporary, path) }
    guard code == 0 else {
      unlink(temporary)
      throw .cannotWrite(path: path, errno: code)
    }
  }
}
