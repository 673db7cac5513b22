import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The right to write to a folder of results. It ends with the process, however that ends: the
/// system holds it, not the file.
final class BatchLock: Sendable {
  private let descriptor: Int32

  /// Who holds a lock: one grader alone, or all that share a class, each of which has its own reports.
  enum Manner { case alone, shared }

  /// Takes the lock on all of `folder`.
  ///
  /// - Throws: `GraderError.outputInUse` where another grader has it.
  convenience init(of folder: String, _ manner: Manner = .alone) throws(GraderError) {
    try self.init("\(folder)/batch.lock", of: folder, manner)
  }

  /// Takes the lock `path` on some of `folder`.
  init(_ path: String, of folder: String, _ manner: Manner = .alone) throws(GraderError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o644)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
    guard flock(descriptor, (manner == .alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 else {
      let code = errno
      let holder = Self.holder(descriptor)
      // Once: `deinit` closes it, and a second time it would be somebody else's.
      guard code == EWOULDBLOCK else { throw .cannotWrite(path: path, errno: code) }
      throw .outputInUse(folder, process: holder)
    }
    // For those who are refused: without it they would not know by whom. Several have no one number.
    let note = manner == .alone ? Array("\(getpid())\n".utf8) : []
    ftruncate(descriptor, 0)
    pwrite(descriptor, note, note.count, 0)
  }

  /// Lets go in so many words: closing alone would leave the lock to a child that was forked
  /// meanwhile, until it runs a program of its own.
  deinit {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static func holder(_ descriptor: Int32) -> Int? {
    var buffer = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return nil }
    return Int(String(decoding: buffer[..<count], as: UTF8.self).trimmingCharacters(in: .newlines))
  }
}
