import Foundation

/// What a room declares to others, as the compiler itself writes it down in a `.swiftinterface`:
/// types in full and nothing of how it is written, so that equal texts are equal declarations.
struct Interface {
  struct Member: Equatable {
    var type: String
    var name: String
    var text: String

    /// The text without what callers do not see: the names that parameters have inside.
    var key: String
  }

  private(set) var members: [Member] = []

  /// The protocols of each type.
  private var conformances: [String: Set<String>] = [:]

  init(_ text: String, module: String) {
    var scopes: [String] = []
    var accessors: (member: Member, words: [String])?
    for line in text.split(separator: "\n") {
      let line = Self.plain(line.trimmingCharacters(in: .whitespaces), module: module)
      guard !line.isEmpty, !line.hasPrefix("//"), !line.hasPrefix("#"), !line.hasPrefix("import ")
      else { continue }
      if line == "}" {
        if let (member, words) = accessors {
          add(member, accessors: words)
          accessors = nil
        } else {
          scopes = scopes.dropLast()
        }
      } else if accessors != nil {
        accessors?.words.append(line)
      } else if let scope = Self.scope(line) {
        open(scope, line, in: scopes.joined(separator: "."))
        if line.hasSuffix("{") { scopes.append(scope.name) }
      } else if let name = Self.name(line) {
        let isOpen = line.hasSuffix(" {")
        let text = isOpen ? String(line.dropLast(2)) : line
        let member = Member(
          type: scopes.joined(separator: "."), name: name, text: text, key: Self.key(text))
        if isOpen { accessors = (member, []) } else { add(member, accessors: []) }
      }
    }
  }

  /// Returns those declarations of this interface, a stub's, which `own` has not.
  func changes(in own: Interface) -> [ChangedDeclaration] {
    let keys = Set(own.members.map { "\($0.type) \($0.key)" })
    let types = Set(own.members.filter { $0.name == $0.type }.map(\.type))
    return members.compactMap { member in
      let isType = member.name == member.type
      if isType {
        // More protocols do no harm.
        let wanted = conformances[member.type] ?? []
        if types.contains(member.type), wanted.isSubset(of: own.conformances[member.type] ?? []) {
          return nil
        }
      } else if keys.contains("\(member.type) \(member.key)")
        || !member.type.isEmpty && !types.contains(member.type)
      {
        // Of a type that is gone its members need not be named.
        return nil
      }
      let alike = own.members.filter { $0.type == member.type && $0.name == member.name }
      let unknown = alike.filter { each in !members.contains { $0.key == each.key } }
      return ChangedDeclaration(
        type: isType ? "" : member.type, name: member.name, expected: member.text,
        seen: (isType ? alike : unknown).first?.text)
    }
  }

  private mutating func open(
    _ scope: (kind: String, name: String, protocols: [String]), _ line: String, in outer: String
  ) {
    let type = outer.isEmpty ? scope.name : "\(outer).\(scope.name)"
    conformances[type, default: []].formUnion(scope.protocols)
    guard scope.kind != "extension" else { return }
    let text = line.prefix { $0 != "{" }.trimmingCharacters(in: .whitespaces)
    members.append(Member(type: type, name: type, text: text, key: text))
  }

  private mutating func add(_ member: Member, accessors: [String]) {
    var member = member
    // A stored property and one that is computed are the same to callers, if both can be set.
    if member.text.contains(/\bvar\b/) {
      let canBeSet = accessors.isEmpty || accessors.contains { $0.contains(/\bset\b/) }
      member.text += canBeSet ? "" : " { get }"
      member.key += canBeSet ? "" : " { get }"
    }
    members.append(member)
  }

  private static func plain(_ line: String, module: String) -> String {
    var line = line
    while let match = line.prefixMatch(of: #/@\w+(?:\([^)]*\))?\s/#) {
      line = String(line[match.range.upperBound...])
    }
    for name in ["Swift", "Tensors", "Datasets", module] {
      line = line.replacing("\(name).", with: "")
    }
    return line.replacing("public final ", with: "public ").replacing(
      "final public ", with: "public ")
  }

  private static func scope(_ line: String) -> (kind: String, name: String, protocols: [String])? {
    let pattern =
      /^(?:\w+ )*?(struct|class|enum|actor|protocol|extension) ([\w.]+)(?:<.*?>)?(?: : ([^{]+))?.*$/
    guard let match = line.wholeMatch(of: pattern), !line.contains("(") else { return nil }
    let protocols = (match.3 ?? "").split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    return (String(match.1), String(match.2), protocols)
  }

  private static func name(_ line: String) -> String? {
    if line.contains(/^(?:\w+ )*(?:init)\b/) { return "init" }
    if line.contains(/^(?:\w+ )*subscript\b/) { return "subscript" }
    let named = /^(?:[\w()]+ )*?(?:func|var|let|case|typealias|associatedtype) ([^\s(:<]+)/
    return line.firstMatch(of: named).map { String($0.1) }
  }

  /// In time that grows as `text` does, which has names of a student's choice.
  private static func key(_ text: String) -> String {
    guard let start = text.firstIndex(of: "(") else { return text }
    func isOfWord(_ character: Character) -> Bool {
      character == "_" || character.isLetter || character.isNumber
    }
    var pieces = text[start...].split(separator: ": ", omittingEmptySubsequences: false)
    for i in pieces.indices.dropLast() {
      // Of "label name" the name goes; who writes one word has both in it.
      let name = pieces[i].reversed().prefix(while: isOfWord).count
      let label = pieces[i].dropLast(name)
      guard name > 0, label.last == " ", label.dropLast().last.map(isOfWord) == true
      else { continue }
      pieces[i] = label.dropLast()
    }
    return text[..<start] + pieces.joined(separator: ": ")
  }
}
