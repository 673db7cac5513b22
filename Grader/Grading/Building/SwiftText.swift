import Foundation

/// What of a Swift file is code. `//` in a string begins no comment, and a brace in a string opens
/// nothing.
struct SwiftText {
  /// The text with a space for each comment. Line feeds stay, so that lines keep their numbers.
  let withoutComments: String

  /// The same with empty strings.
  let withoutStrings: String

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var (kept, code) = ([UInt8](), [UInt8]())
    var end = 0
    for token in SwiftScanner.tokens(of: text) where [.comment, .string].contains(token.kind) {
      kept += bytes[end..<token.range.lowerBound]
      code += bytes[end..<token.range.lowerBound]
      let body = bytes[token.range]
      let lineFeeds = body.filter { $0 == UInt8(ascii: "\n") }
      kept += token.kind == .comment ? [UInt8(ascii: " ")] + lineFeeds : Array(body)
      code += Array((token.kind == .comment ? " " : "\"\"").utf8) + lineFeeds
      end = token.range.upperBound
    }
    withoutComments = String(decoding: kept + bytes[end...], as: UTF8.self)
    withoutStrings = String(decoding: code + bytes[end...], as: UTF8.self)
  }

  /// The lines in which there is something, without the space around it and without comments: what
  /// two files have to differ in for one to be more than the other.
  var lines: [String] {
    // Editors and mail programs put a byte order mark in front.
    let blank = CharacterSet.whitespaces.union(CharacterSet(charactersIn: "\u{FEFF}"))
    return withoutComments.split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: blank) }.filter { !$0.isEmpty }
  }
}
