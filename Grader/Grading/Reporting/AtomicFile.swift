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
    try write(to: path, durably: durably, place: replacing) { put(data, into: $0) }
  }

  /// Writes `texts`, one behind the other, as `write` does data.
  static func write(_ texts: [String], to path: String) throws(GraderError) {
    try write(to: path, durably: true, place: replacing) { descriptor in
      for text in texts {
        let code = put(Data(text.utf8), into: descriptor)
        if code != 0 { return code }
      }
      return 0
    }
  }

  /// Writes `data` where nothing is yet; returns whether that was so, whoever else tries at once.
  static func writeNew(_ data: Data, to path: String) throws(GraderError) -> Bool {
    var isNew = true
    try write(to: path, durably: true) { temporary, path in
      let code = link(temporary, path) == 0 ? 0 : errno
      // Not every disk has a second name for a file.
      if [EPERM, EOPNOTSUPP, ENOSYS].contains(code) {
        return rename(temporary, path) == 0 ? 0 : errno
      }
      unlink(temporary)
      isNew = code == 0
      return code == EEXIST ? 0 : code
    } fill: {
      put(data, into: $0)
    }
    return isNew
  }

  private static func replacing(_ temporary: String, _ path: String) -> Int32 {
    rename(temporary, path) == 0 ? 0 : errno
  }

  /// - Parameter place: Gives the temporary file its name; returns the system's number for what
  ///   went wrong.
  /// - Parameter fill: Writes into the temporary file; returns such a number as well.
  private static func write(
    to path: String, durably: Bool, place: (String, String) -> Int32, fill: (Int32) -> Int32
  ) throws(GraderError) {
    // On a disk that machines share, two may have the same number.
    let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
    var code = fill(descriptor)
    if durably, code == 0, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0 { code = place(temporary, path) }
    guard code == 0 else {
      unlink(temporary)
      throw .cannotWrite(path: path, errno: code)
    }
  }

  private static func put(_ data: Data, into descriptor: Int32) -> Int32 {
    data.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Foundation.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return errno }
      }
      return 0
    }
  }
}
