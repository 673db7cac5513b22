import Foundation

/// Somebody's files as they are compared: what can be changed without changing the program is left
/// out or made equal, so comments, blanks, names, numbers and texts.
struct ComparedText: Sendable {
  /// A word as it counts.
  struct Token: Sendable {
    var hash: UInt64
    var file: Int
    var line: Int
  }

  let files: [(name: String, lines: [String])]
  let tokens: [Token]

  /// Words that nobody chooses: those of the language.
  private static let keywords = Set(
    """
    Any as associatedtype break case catch class continue default defer do else enum extension \
    fallthrough false for func guard if import in indirect init inout internal is lazy let mutating \
    nil nonmutating operator override private precondition protocol public repeat required rethrows \
    return self Self some static struct subscript super switch throw throws true try typealias var \
    where while Int Double Float Bool String Array
    """.split(separator: " ").map(String.init))

  /// - Parameter vocabulary: The names of what is given, which count where they are called or are
  ///   somebody's member: there they cannot be changed.
  init(_ sources: [String: Data], vocabulary: Set<String>) {
    var files: [(String, [String])] = []
    var tokens: [Token] = []
    for (name, data) in sources.sorted(by: { $0.key < $1.key }) {
      let text = String(decoding: data, as: UTF8.self)
      let found = SwiftScanner.tokens(of: text).filter { $0.kind != .comment }
      for (i, token) in found.enumerated() {
        let isCalled = i + 1 < found.count && found[i + 1].text == "("
        let isMember = i > 0 && found[i - 1].text == "."
        let word = Self.word(
          token, isFixed: (isCalled || isMember) && vocabulary.contains(token.text))
        tokens.append(Token(hash: Self.hash(word), file: files.count, line: token.line))
      }
      // Counted as the tokens' are: by the byte, for Swift takes Windows' line end for one character.
      let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self) }
      files.append((name, lines))
    }
    self.files = files
    self.tokens = tokens
  }

  private static func word(_ token: SwiftToken, isFixed: Bool) -> String {
    switch token.kind {
    case .word: isFixed || keywords.contains(token.text) ? token.text : "a name"
    case .number: "a number"
    case .string: "a text"
    default: token.text
    }
  }

  /// The names of functions and properties in `sources`.
  static func vocabulary(of sources: [Data]) -> Set<String> {
    var names: Set<String> = []
    for data in sources {
      let tokens = SwiftScanner.tokens(of: String(decoding: data, as: UTF8.self))
      for (token, next) in zip(tokens, tokens.dropFirst())
      where ["func", "var", "struct", "enum", "case"].contains(token.text) && next.kind == .word {
        if next.text.count > 2 { names.insert(next.text) }
      }
    }
    return names
  }

  /// FNV-1a: the same in every process, as `hashValue` is not.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
