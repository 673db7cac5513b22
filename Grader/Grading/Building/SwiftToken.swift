/// A word of Swift, and where it stands. What the text means nobody asks here: an edit that makes no
/// sense does not compile, and is left out.
struct SwiftToken: Sendable, Equatable {
  enum Kind: Sendable {
    case word, number, string, comment, sign, open, close, punctuation
  }

  var kind: Kind
  var text: String

  /// In bytes.
  var range: Range<Int>

  /// The line in which it begins, from 1.
  var line: Int

  /// What decides whether a sign stands between two operands, before one or behind one.
  var hasSpaceBefore = false
  var hasSpaceBehind = false

  func `is`(_ text: String) -> Bool { kind != .string && kind != .comment && self.text == text }

  /// Whether it is a sign between two operands. Those of generic types have no space about them.
  var isBinary: Bool { kind == .sign && hasSpaceBefore && hasSpaceBehind || text == "..<" }

  /// Whether it is a sign that belongs to what follows.
  var isPrefix: Bool { kind == .sign && hasSpaceBefore && !hasSpaceBehind && text != "..<" }
}
