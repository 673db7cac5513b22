import Foundation

/// A new folder, gone with the value that holds it.
public final class ScratchFolder: Sendable {
  public let path: String

  public init() throws(GraderError) {
    let parent = FileManager.default.temporaryDirectory.path
    var template = Array((parent + "/gradus-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else {
      throw .cannotWrite(path: parent, errno: errno)
    }
    path = String(cString: made)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
