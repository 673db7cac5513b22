import Foundation

/// What sources declare as public, by the words alone: `Type.name`, and how often.
///
/// A linker gives away what is not public as well, as long as the optimiser has left it there. So
/// whoever lacks a name here has to be asked of the compiler, even if it may be needless, as for what
/// stands in a `public extension`.
struct PublicNames {
  private var counts: [String: Int] = [:]

  init(_ sources: some Sequence<Data>) {
    for data in sources { read(SwiftScanner.tokens(of: String(decoding: data, as: UTF8.self))) }
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

  private static let types: Set<String> = [
    "struct", "class", "enum", "actor", "protocol", "extension",
  ]
  private static let members: Set<String> = [
    "func", "var", "let", "init", "subscript", "typealias",
  ]
  private static let modifiers: Set<String> = [
    "static", "class", "final", "override", "mutating", "nonmutating", "lazy", "weak", "required",
    "indirect", "convenience", "nonisolated", "prefix", "postfix", "infix", "(", "set", ")",
  ]
  private static let limits: Set<String> = ["private", "fileprivate", "internal", "package"]

  private mutating func read(_ tokens: [SwiftToken]) {
    let tokens = tokens.filter { $0.kind != .comment && $0.kind != .string }.map(\.text)
    var scopes: [String?] = []
    var opened: String?
    var (isPublic, isReadOnly) = (false, false)
    for (i, token) in tokens.enumerated() {
      let next = i + 1 < tokens.count ? tokens[i + 1] : ""
      // `class func` declares no type.
      let isType = Self.types.contains(token) && !Self.members.contains(next)
      if token == "public" || token == "open" {
        isPublic = true
      } else if Self.limits.contains(token), next == "(" {
        isReadOnly = true
      } else if isType || !Self.modifiers.contains(token) {
        if isPublic, isType || Self.members.contains(token) {
          // An initialiser and a subscript have no other name.
          let name = ["init", "subscript"].contains(token) ? token : next
          add(name + (isReadOnly ? " get" : ""), in: scopes)
        }
        if isType { opened = next }
        if token == "{" {
          scopes.append(opened)
          opened = nil
        }
        if token == "}" { _ = scopes.popLast() }
        (isPublic, isReadOnly) = (false, false)
      }
    }
  }

  private mutating func add(_ name: String, in scopes: [String?]) {
    counts[(scopes.compactMap { $0 } + [name]).joined(separator: "."), default: 0] += 1
  }
}
