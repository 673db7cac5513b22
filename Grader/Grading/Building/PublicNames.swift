import Foundation

/// What sources declare as public, by the words alone: `Type.name`, and how often.
///
/// A linker gives away what is not public as well, as long as the optimiser has left it there. So
/// whoever lacks a name here has to be asked of the compiler. That may be needless, for what stands in
/// a `public extension`; it is never left out where it is needed.
struct PublicNames {
  private var counts: [String: Int] = [:]

  init(_ sources: some Sequence<Data>) {
    for data in sources { read(SwiftText(String(decoding: data, as: UTF8.self)).withoutStrings) }
  }

  var isEmpty: Bool { counts.isEmpty }

  /// Returns whether all of `others` are among these.
  func contain(_ others: PublicNames) -> Bool {
    others.counts.allSatisfy { name, count in
      // What anybody may set can be read as well.
      let isReadOnly = name.hasSuffix(" get")
      let settable = isReadOnly ? counts[String(name.dropLast(4)), default: 0] : 0
      return counts[name, default: 0] + settable >= count
    }
  }

  private static let types: Set<Substring> = [
    "struct", "class", "enum", "actor", "protocol", "extension",
  ]
  private static let members: Set<Substring> = [
    "func", "var", "let", "init", "subscript", "typealias",
  ]
  private static let modifiers: Set<Substring> = [
    "static", "final", "override", "mutating", "nonmutating", "lazy", "weak", "required",
    "indirect",
    "convenience", "nonisolated", "prefix", "postfix", "infix", "class", "(", "set", ")",
  ]
  private static let limits: Set<Substring> = ["private", "fileprivate", "internal", "package"]

  private mutating func read(_ text: String) {
    let tokens = Self.tokens(of: text)
    var scopes: [Substring?] = []
    var opened: Substring?
    var (isPublic, isReadOnly) = (false, false)
    for (i, token) in tokens.enumerated() {
      let next = i + 1 < tokens.count ? tokens[i + 1] : ""
      switch token {
      case "{":
        scopes.append(opened)
        (opened, isPublic) = (nil, false)
      case "}":
        _ = scopes.popLast()
        isPublic = false
      case "public", "open": (isPublic, isReadOnly) = (true, false)
      case _ where Self.limits.contains(token) && next == "(": isReadOnly = true
      // `class func` declares no type.
      case _ where Self.types.contains(token) && !Self.members.contains(next):
        if isPublic { add(next, in: scopes) }
        (opened, isPublic) = (next, false)
      case _ where Self.members.contains(token):
        // An initialiser and a subscript have no other name.
        let name = ["init", "subscript"].contains(token) ? token : next
        if isPublic { add(name + (isReadOnly ? " get" : ""), in: scopes) }
        isPublic = false
      case _ where !Self.modifiers.contains(token): isPublic = false
      default: break
      }
    }
  }

  /// Words, braces one by one, and what else stands together. By bytes: much faster than by a
  /// regular expression.
  private static func tokens(of text: String) -> [Substring] {
    var tokens: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let kind = kind(of: bytes[start])
      var end = bytes.index(after: start)
      while kind != .brace, end < bytes.endIndex, self.kind(of: bytes[end]) == kind {
        end = bytes.index(after: end)
      }
      if kind != .space { tokens.append(text[start..<end]) }
      start = end
    }
    return tokens
  }

  private enum Kind { case space, word, brace, sign }

  private static func kind(of byte: UInt8) -> Kind {
    switch byte {
    case 9...13, 32: .space
    case UInt8(ascii: "{"), UInt8(ascii: "}"): .brace
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), 128...:
      .word
    default: .sign
    }
  }

  private mutating func add(_ name: Substring, in scopes: [Substring?]) {
    counts[(scopes.compactMap { $0 } + [name]).joined(separator: "."), default: 0] += 1
  }
}
