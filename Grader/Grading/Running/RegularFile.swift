import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reading files that somebody hostile may have put there.
public enum RegularFile {
  public enum Refusal: Error, Equatable, Sendable {
    case missing
    /// A link, a folder, a pipe, a device.
    case notRegular
    case tooLarge(bytes: Int)
    case unreadable(errno: Int32)
  }

  /// Returns the contents of the regular file `path` beneath `folder`, of at most `limit` bytes.
  ///
  /// No link is followed on the way, so what is read lies in `folder`; and nothing is opened that
  /// could make us wait.
  static func read(
    _ path: String, beneath folder: String, limit: Int
  ) -> Result<Data, Refusal> {
    var parent = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(parent) }
    let steps = path.split(separator: "/").map(String.init)
    for step in steps.dropLast() where parent >= 0 {
      let next = openat(parent, step, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let code = errno
      close(parent)
      parent = next
      errno = code
    }
    guard parent >= 0 else { return .failure(refusal(errno)) }
    return read(Array((steps.last ?? "").utf8CString), in: parent, limit: limit)
  }

  /// Returns the contents of the regular file `name` in the folder that is open as `parent`.
  static func read(_ name: [CChar], in parent: Int32, limit: Int) -> Result<Data, Refusal> {
    let descriptor = openat(parent, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(refusal(errno)) }
    defer { close(descriptor) }
    var information = stat()
    fstat(descriptor, &information)
    guard information.st_mode & S_IFMT == S_IFREG else { return .failure(.notRegular) }
    let size = Int(information.st_size)
    guard size <= limit else { return .failure(.tooLarge(bytes: size)) }

    var bytes = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return .failure(.unreadable(errno: errno)) }
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return .success(bytes)
  }

  private static func refusal(_ code: Int32) -> Refusal {
    switch code {
    case ENOENT: .missing
    // A link where a folder is expected is, to `openat`, no folder.
    case ELOOP, ENXIO, ENOTDIR: .notRegular
    default: .unreadable(errno: code)
    }
  }
}
