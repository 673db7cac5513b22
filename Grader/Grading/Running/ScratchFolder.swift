import Foundation

/// A new folder, gone with the value that holds it.
public final class ScratchFolder: Sendable {
  public let path: String

  public init() throws(GraderError) {
    let parent = try Self.parent()
    var template = Array((parent + "/gradus-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else {
      throw errno == ENOSPC
        ? .cannotWrite(path: parent, errno: errno) : .noTemporaryFolder(parent, errno: errno)
    }
    path = String(cString: made)
  }

  deinit { Folder.remove(path) }

  /// What `TMPDIR` names, or `/tmp`; as a whole path, since programs are started in other folders.
  ///
  /// The compiler's driver crashes where a temporary folder's name has a byte above 127, and takes
  /// `%` for a place to put a random letter (swift-driver and LLVM, 6.3).
  static func parent(
    _ named: String? = ProcessInfo.processInfo.environment["TMPDIR"]
  ) throws(GraderError) -> String {
    guard let named, !named.isEmpty else { return "/tmp" }
    let path = URL(fileURLWithPath: named).path
    guard path.utf8.allSatisfy({ $0 < 128 && $0 != UInt8(ascii: "%") }) else {
      throw .badTemporaryFolder(path)
    }
    return path
  }
}
