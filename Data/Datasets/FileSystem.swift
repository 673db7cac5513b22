#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The few system calls that data sets need, with their failures as `DatasetError`.
///
/// Foundation is left out on purpose: every grading process reads data, and loading it would
/// be most of such a process's start.
enum FileSystem {
  static func isFolder(_ path: String) throws(DatasetError) -> Bool {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR }
    if errno == ENOENT || errno == ENOTDIR { return false }
    throw .unreadable(file: path, errno: errno)
  }

  /// Opens the regular file at `path`, hands its descriptor and size to `body`, and closes it.
  static func reading<R>(
    _ path: String, _ body: (_ descriptor: Int32, _ size: Int) throws(DatasetError) -> R
  ) throws(DatasetError) -> R {
    // Without O_NONBLOCK, opening a pipe that nobody writes would wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missingFile(path) : .unreadable(file: path, errno: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(file: path, errno: errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return try body(descriptor, Int(status.st_size))
    case S_IFDIR: throw .unreadable(file: path, errno: EISDIR)
    default: throw .unreadable(file: path, errno: EINVAL)
    }
  }

  /// The size in bytes of a regular file that may be read.
  static func size(of path: String) throws(DatasetError) -> Int {
    try reading(path) { (_, size) throws(DatasetError) in size }
  }

  /// Reads the file from its beginning to its end, and hands it to `body` in pieces of `size` bytes,
  /// the last of what is left.
  static func readPieces(
    of path: String, size pieceSize: Int,
    _ body: (UnsafeRawBufferPointer) throws(DatasetError) -> Void
  ) throws(DatasetError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 64)
    defer { buffer.deallocate() }
    try reading(path) { (descriptor, _) throws(DatasetError) in
      var filled = 0
      while true {
        let n = read(descriptor, buffer.baseAddress! + filled, pieceSize - filled)
        if n < 0 && errno == EINTR { continue }
        guard n >= 0 else { throw .unreadable(file: path, errno: errno) }
        filled += n
        guard filled == pieceSize || n == 0 else { continue }
        if filled > 0 { try body(UnsafeRawBufferPointer(rebasing: buffer[..<filled])) }
        if n == 0 { return }
        filled = 0
      }
    }
  }

  static func text(of path: String) throws(DatasetError) -> String {
    try reading(path) { (descriptor, size) throws(DatasetError) in
      String(decoding: try bytes(of: descriptor, count: size, path), as: UTF8.self)
    }
  }

  /// Returns the first bytes of the file: `count`, or all where there are fewer.
  static func beginning(of path: String, count: Int) throws(DatasetError) -> [UInt8] {
    try reading(path) { (descriptor, size) throws(DatasetError) in
      try bytes(of: descriptor, count: min(size, count), path)
    }
  }

  /// Reads `count` bytes, or as many as there are.
  static func bytes(
    of descriptor: Int32, count: Int, _ path: String
  ) throws(DatasetError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let n = bytes.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress! + filled, count - filled)
      }
      if n < 0 && errno == EINTR { continue }
      guard n >= 0 else { throw .unreadable(file: path, errno: errno) }
      if n == 0 { break }
      filled += n
    }
    return Array(bytes[..<filled])
  }

  /// Whether there is anything at `path`.
  static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes the folder unless it is there; the one that holds it must exist.
  static func makeFolder(_ path: String) throws(DatasetError) {
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw .unwritable(file: path, errno: errno)
    }
  }

  static func save(_ bytes: [UInt8], as path: String) throws(DatasetError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .unwritable(file: path, errno: errno) }
    var written = 0
    while written < bytes.count {
      let n = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      if n < 0 && errno == EINTR { continue }
      guard n > 0 else {
        let reason = errno
        close(descriptor)
        throw .unwritable(file: path, errno: reason)
      }
      written += n
    }
    // A full disk may be reported only here.
    guard close(descriptor) == 0 else { throw .unwritable(file: path, errno: errno) }
  }

  /// Writes the file beside itself, and puts it in its place when it is whole.
  static func replace(_ path: String, with bytes: [UInt8]) throws(DatasetError) {
    let unfinished = unfinished(path)
    do {
      try save(bytes, as: unfinished)
    } catch {
      unlink(unfinished)
      guard case .unwritable(_, let reason) = error else { throw error }
      throw .unwritable(file: path, errno: reason)
    }
    guard rename(unfinished, path) == 0 else {
      let reason = errno
      unlink(unfinished)
      throw .unwritable(file: path, errno: reason)
    }
  }

  /// Throws when there is a file or a folder of that name.
  static func checkVacant(_ path: String) throws(DatasetError) {
    guard !isThere(path) else { throw .unwritable(file: path, errno: EEXIST) }
  }

  /// Gives the folder `path` the name `newPath`, which no file and no filled folder may bear.
  static func renameFolder(_ path: String, to newPath: String) throws(DatasetError) {
    guard rename(path, newPath) == 0 else { throw .unwritable(file: newPath, errno: errno) }
  }

  /// `path` with an ending that no other running process uses.
  static func unfinished(_ path: String) -> String { "\(path).\(getpid()).part" }

  /// The value of an environment variable, or nil when it is not set.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
