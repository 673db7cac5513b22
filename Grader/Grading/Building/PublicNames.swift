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
    others.counts.allSatisfy { counts[$0.key, default: 0] >= $0.value }
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
    let tokens = text.matches(of: /[{}]|\w+|[^\s\w{}]+/).map(\.output)
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

  private mutating func add(_ name: Substring, in scopes: [Substring?]) {
    counts[(scopes.compactMap { $0 } + [name]).joined(separator: "."), default: 0] += 1
  }
}
