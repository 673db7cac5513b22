/// Parts a Swift text into its words, as far as is needed to tell code from comments and strings. By
/// its bytes alone, since it may not compile.
struct SwiftScanner {
  private let bytes: [UInt8]
  private var i = 0
  private var line = 1
  private var found: [SwiftToken] = []

  /// Of strings in strings. What nests deeper was written to exhaust our stack.
  private var nesting = 0
  private static let deepest = 16

  static func tokens(of text: String) -> [SwiftToken] {
    var scanner = SwiftScanner(text)
    scanner.scan()
    return scanner.found
  }

  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    bytes.indices.contains(i + offset) ? bytes[i + offset] : 0
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[i...].starts(with: $0) }
  }

  private mutating func scan() {
    while i < bytes.count {
      let start = i
      let startLine = line
      guard let kind = next() else { continue }
      // A text that ends in the middle of a string or a comment ends there.
      i = min(i, bytes.count)
      line += bytes[start..<i].count { $0 == UInt8(ascii: "\n") }
      found.append(
        SwiftToken(
          kind: kind, text: String(decoding: bytes[start..<i], as: UTF8.self), range: start..<i,
          line: startLine))
    }
    for (n, token) in found.enumerated() {
      let before = n > 0 ? found[n - 1] : nil
      let behind = n + 1 < found.count ? found[n + 1] : nil
      found[n].hasSpaceBefore =
        before.map { before in
          before.range.upperBound < token.range.lowerBound || before.kind == .open
            || before.kind == .comment || [",", ";", ":"].contains(before.text)
        } ?? true
      found[n].hasSpaceBehind =
        behind.map { behind in
          token.range.upperBound < behind.range.lowerBound || behind.kind == .close
            || behind.kind == .comment || [",", ";", ":"].contains(behind.text)
        } ?? true
    }
  }

  /// Moves behind the next word; returns its kind, or nil for white space.
  private mutating func next() -> SwiftToken.Kind? {
    switch byte() {
    case UInt8(ascii: "\n"):
      line += 1
      i += 1
      return nil
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      i += 1
      return nil
    case UInt8(ascii: "/") where starts("//"):
      while i < bytes.count, byte() != UInt8(ascii: "\n") { i += 1 }
      return .comment
    case UInt8(ascii: "/") where starts("/*"):
      skipComment()
      return .comment
    case UInt8(ascii: "/") where skipRegex():
      return .string
    case UInt8(ascii: "\""):
      skipString(hashes: 0)
      return .string
    case UInt8(ascii: "#") where isRaw():
      return .string
    case let c where Self.isDigit(c):
      skipNumber()
      return .number
    case UInt8(ascii: "`"):
      repeat { i += 1 } while i < bytes.count && byte() != UInt8(ascii: "`")
      i += 1
      return .word
    case let c where Self.isWord(c) || c == UInt8(ascii: "#") || c == UInt8(ascii: "@"):
      repeat { i += 1 } while Self.isWord(byte())
      return .word
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      i += 1
      return .open
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      i += 1
      return .close
    case let c where Self.isSign(c):
      skipSign()
      return .sign
    case UInt8(ascii: ".") where Self.isSign(byte(1)) || byte(1) == UInt8(ascii: "."):
      repeat { i += 1 } while Self.isSign(byte()) || byte() == UInt8(ascii: ".")
      return .sign
    default:
      i += 1
      return .punctuation
    }
  }

  /// Comments lie in each other.
  private mutating func skipComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        i += 2
      } else if starts("*/") {
        depth -= 1
        i += 2
      } else {
        i += 1
      }
    } while depth > 0 && i < bytes.count
  }

  /// Skips a string or a regular expression that begins with number signs, if one does.
  private mutating func isRaw() -> Bool {
    var hashes = 0
    // A quarter of a million in a row, each counted from anew, would take minutes.
    while byte(hashes) == UInt8(ascii: "#"), hashes < 256 { hashes += 1 }
    let opening = byte(hashes)
    guard opening == UInt8(ascii: "\"") || opening == UInt8(ascii: "/") else { return false }
    i += hashes
    if opening == UInt8(ascii: "\"") {
      skipString(hashes: hashes)
    } else {
      let end = [opening] + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
      repeat { i += 1 } while i < bytes.count && !bytes[i...].starts(with: end)
      i += end.count
    }
    return true
  }

  private mutating func skipString(hashes: Int) {
    let count = starts("\"\"\"") ? 3 : 1
    let quotes = [UInt8](repeating: UInt8(ascii: "\""), count: count)
    let raised = [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
    let (end, escape) = (quotes + raised, [UInt8(ascii: "\\")] + raised)
    i += count
    while i < bytes.count, !bytes[i...].starts(with: end) {
      if count == 1, byte() == UInt8(ascii: "\n") { return }
      guard bytes[i...].starts(with: escape) else {
        i += 1
        continue
      }
      i += escape.count
      if byte() == UInt8(ascii: "("), nesting < Self.deepest {
        skipInterpolation()
      } else if count == 3 || byte() != UInt8(ascii: "\n") {
        i += 1
      }
    }
    i += end.count
  }

  /// In what is interpolated there may be strings again.
  private mutating func skipInterpolation() {
    var depth = 0
    nesting += 1
    defer { nesting -= 1 }
    repeat {
      switch byte() {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\""):
        skipString(hashes: 0)
        continue
      default: break
      }
      i += 1
    } while depth > 0 && i < bytes.count
  }

  /// A slash where an operand is due begins a regular expression, if one ends in the same line.
  private mutating func skipRegex() -> Bool {
    let isOperandDue =
      found.last.map { [.sign, .open].contains($0.kind) || [",", ":"].contains($0.text) } ?? true
    guard isOperandDue, byte(1) != UInt8(ascii: " ") else { return false }
    var end = i + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "/") {
      if bytes[end] == UInt8(ascii: "\n") { return false }
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard end < bytes.count else { return false }
    i = end + 1
    return true
  }

  /// The dots of `0..<n` and `x.0.y` are none of a number's.
  private mutating func skipNumber() {
    let isHexadecimal = starts("0x")
    while true {
      let c = byte()
      if Self.isWord(c) || c == UInt8(ascii: ".") && Self.isDigit(byte(1)) {
        i += 1
        let exponents = isHexadecimal ? Array("pP".utf8) : Array("eE".utf8)
        if exponents.contains(c), byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "+") {
          i += 1
        }
      } else {
        return
      }
    }
  }

  /// A comment may follow a sign without a space.
  private mutating func skipSign() {
    repeat { i += 1 } while Self.isSign(byte()) && !starts("//") && !starts("/*")
  }

  private static func isDigit(_ c: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(c)
  }

  private static func isWord(_ c: UInt8) -> Bool {
    isDigit(c) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(c | 0x20) || c >= 128
      || c == UInt8(ascii: "_") || c == UInt8(ascii: "$")
  }

  private static func isSign(_ c: UInt8) -> Bool { "/=-+!*%<>&|^~?".utf8.contains(c) }
}
