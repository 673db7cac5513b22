import Foundation

/// How a file's text is written. The compiler takes UTF-8 alone, and mail programs and old editors
/// change that behind their users' backs.
enum SourceEncoding: String {
  case utf16 = "UTF-16"
  case windows = "Windows-1252"

  /// The encoding of `data`; nil for UTF-8.
  init?(of data: Data) {
    if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if String(validating: data, as: UTF8.self) == nil, !data.contains(0) {
      self = .windows
    } else {
      return nil
    }
  }

  /// Returns the text of `data` in UTF-8; nil where it is not what it looked like.
  func recoded(_ data: Data) -> Data? {
    let encoding: String.Encoding = self == .utf16 ? .utf16 : .windowsCP1252
    return String(data: data, encoding: encoding).map { Data($0.utf8) }
  }
}
