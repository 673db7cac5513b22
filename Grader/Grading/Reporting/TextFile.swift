import Foundation

enum TextFile {
  /// Returns the text of a file of ours.
  static func read(_ path: String) throws(GraderError) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .cannotRead(path: path, errno: errno)
    }
    return String(decoding: data, as: UTF8.self)
  }
}
