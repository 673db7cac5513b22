import Foundation

/// What of a Swift file is code. Told by its bytes alone, since a file may be asked that does not
/// compile: `//` in a string begins no comment, and a brace in a string opens nothing.
struct SwiftText {
  /// The text without its comments. Their line feeds stay, so that lines keep their numbers.
  private(set) var withoutComments: String

  /// The same without what stands in strings, their quotes apart.
  private(set) var withoutStrings: String

  init(_ text: String) {
    var scanner = Scanner(bytes: Array(text.utf8))
    scanner.scan()
    withoutComments = String(decoding: scanner.kept, as: UTF8.self)
    withoutStrings = String(decoding: scanner.code, as: UTF8.self)
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

/// Goes once through the bytes of a file.
private struct Scanner {
  private static let (slash, star, quote, number, escape, open, close, lineFeed, space) = (
    UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "\""), UInt8(ascii: "#"),
    UInt8(ascii: "\\"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\n"), UInt8(ascii: " ")
  )

  let bytes: [UInt8]
  private(set) var kept: [UInt8] = []
  private(set) var code: [UInt8] = []
  private var i = 0

  /// Of strings in strings. What nests deeper was written to exhaust our stack.
  private var nesting = 0
  private static let deepest = 16

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func scan() {
    while i < bytes.count {
      if !skipComment() && !passString() { pass() }
    }
  }

  private func holds(_ expected: [UInt8], at place: Int) -> Bool {
    place + expected.count <= bytes.count && bytes[place..<place + expected.count] == expected[...]
  }

  private mutating func pass(asCode: Bool = true) {
    kept.append(bytes[i])
    if asCode || bytes[i] == Self.lineFeed { code.append(bytes[i]) }
    i += 1
  }

  private mutating func skipComment() -> Bool {
    if holds([Self.slash, Self.slash], at: i) {
      while i < bytes.count, bytes[i] != Self.lineFeed { i += 1 }
      return true
    }
    guard holds([Self.slash, Self.star], at: i) else { return false }
    // Swift's block comments nest. One parts words as a space does.
    var depth = 0
    kept.append(Self.space)
    code.append(Self.space)
    repeat {
      if holds([Self.slash, Self.star], at: i) {
        (depth, i) = (depth + 1, i + 2)
      } else if holds([Self.star, Self.slash], at: i) {
        (depth, i) = (depth - 1, i + 2)
      } else {
        if bytes[i] == Self.lineFeed { pass() } else { i += 1 }
      }
    } while depth > 0 && i < bytes.count
    return true
  }

  /// Passes a string literal, of one line or several, raw or not, with all its interpolations.
  private mutating func passString() -> Bool {
    let signs = Array(bytes[i...].prefix { $0 == Self.number })
    guard holds([Self.quote], at: i + signs.count) else { return false }
    let isLong = holds([Self.quote, Self.quote, Self.quote], at: i + signs.count)
    let quotes = [UInt8](repeating: Self.quote, count: isLong ? 3 : 1)
    let escape = [Self.escape] + signs
    pass(signs.count + quotes.count, asCode: true)
    while i < bytes.count, isLong || bytes[i] != Self.lineFeed {
      if holds(quotes + signs, at: i) {
        pass(quotes.count + signs.count, asCode: true)
        return true
      }
      guard holds(escape, at: i) else {
        pass(asCode: false)
        continue
      }
      pass(escape.count, asCode: false)
      if holds([Self.open], at: i), nesting < Self.deepest {
        passInterpolation(isLong: isLong)
      } else if i < bytes.count, isLong || bytes[i] != Self.lineFeed {
        pass(asCode: false)
      }
    }
    return true
  }

  /// Counts as part of the string: nothing is declared in it.
  private mutating func passInterpolation(isLong: Bool) {
    nesting += 1
    defer { nesting -= 1 }
    let start = code.count
    var depth = 0
    repeat {
      if bytes[i] == Self.open { depth += 1 }
      if bytes[i] == Self.close { depth -= 1 }
      if bytes[i] == Self.lineFeed, !isLong { break }
      if !skipComment() && !passString() { pass(asCode: false) }
    } while depth > 0 && i < bytes.count
    code[start...].removeAll { $0 != Self.lineFeed }
  }

  private mutating func pass(_ count: Int, asCode: Bool) {
    for _ in 0..<count { pass(asCode: asCode) }
  }
}
