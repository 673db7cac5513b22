import Foundation

/// What is compiled as one exercise: what was handed in, with stubs in some places.
struct Room {
  private let handedIn: [String: Data]
  let stubs: [String: Data]
  private(set) var replaced: [String: StandIn.Reason] = [:]

  /// Of a file that was replaced: which others had been before.
  private var replacedBefore: [String: Set<String>] = [:]

  /// Whether a stub that nobody has touched goes where another file declares the same.
  private var leavesOutDoubles = false

  /// What each stub declares outside of types; and each of the files that were changed.
  private let declaredByStub: [String: Set<String>]
  private let declaredByFile: [String: Set<String>]

  /// `sources` may lack files that have a stub.
  init(_ sources: [String: Data], stubs: [String: Data]) {
    self.stubs = stubs
    handedIn = stubs.merging(sources) { $1 }
    declaredByStub = stubs.mapValues(Self.names)
    declaredByFile = handedIn.filter { file, data in
      stubs[file].map { !Self.isSame(data, $0) } ?? false
    }.mapValues(Self.names)
  }

  /// The files to compile.
  var files: [String: Data] {
    let leftOut = leftOut
    return handedIn.filter { leftOut[$0.key] == nil }
      .merging(stubs.filter { replaced[$0.key] != nil }) { $1 }
  }

  /// Those of the files that may be at fault: changed, and not yet replaced.
  var suspects: [String] {
    declaredByFile.keys.filter { replaced[$0] == nil }.sorted()
  }

  /// The untouched files that are left out, and the files that declare instead what they would.
  var leftOut: [String: [String]] {
    guard leavesOutDoubles else { return [:] }
    var leftOut: [String: [String]] = [:]
    for (file, names) in declaredByStub where declaredByFile[file] == nil && !names.isEmpty {
      let others = suspects.filter { !declaredByFile[$0, default: []].isDisjoint(with: names) }
      let declared = others.reduce(into: Set()) { $0.formUnion(declaredByFile[$1, default: []]) }
      if names.isSubset(of: declared) { leftOut[file] = others }
    }
    return leftOut
  }

  /// Leaves out stubs that clash with what was handed in, where `failed` says that things are
  /// declared twice; returns whether that makes a difference.
  mutating func leaveOutDoubles(_ failed: Compilation.Failed) -> Bool {
    let clash = failed.diagnostics.contains {
      $0.message.contains("redeclaration") || $0.message.contains("ambiguous")
    }
    guard clash, !leavesOutDoubles else { return false }
    leavesOutDoubles = true
    return !leftOut.isEmpty
  }

  /// Puts the stubs in the place of `files`.
  mutating func replace(_ files: [String], because reason: (String) -> StandIn.Reason) {
    let before = Set(replaced.keys)
    for file in files {
      replaced[file] = reason(file)
      replacedBefore[file] = before
    }
  }

  /// Puts the stub back in the place of `file`, which was replaced before.
  mutating func replaceAgain(_ file: String, because reason: StandIn.Reason) {
    replaced[file] = reason
  }

  mutating func putBack(_ file: String) {
    replaced[file] = nil
  }

  var standIns: [StandIn] {
    let standIns = replaced.sorted { $0.key < $1.key }.map { file, reason in
      // With the file goes what it declares in the place of others.
      let declared = declaredByFile[file, default: []]
      let lost = declaredByStub.filter { other, names in
        declaredByFile[other] == nil && !names.isEmpty && names.isSubset(of: declared)
      }.keys.sorted()
      let parts = ([file] + lost).flatMap { name in
        StandIn.parts(of: String(decoding: stubs[name] ?? Data(), as: UTF8.self))
      }
      var standIn = StandIn(file: file, parts: parts, reason: reason)
      let before = replacedBefore[file, default: []].filter { replaced[$0] != nil }
      if case .errors = reason, !before.isEmpty { standIn.besides = before.sorted() }
      return standIn
    }
    // What may be wrong because of others comes behind them.
    return standIns.filter { $0.besides == nil } + standIns.filter { $0.besides != nil }
  }

  /// Returns those of `changes` which stand where `file` should declare them, with their lines.
  func changes(
    _ changes: [ChangedDeclaration], of file: String
  ) -> [ChangedDeclaration] {
    let own = declaredByStub[file, default: []]
    let taken = leftOut.filter { $0.value.contains(file) }.keys
    let names = taken.reduce(own) { $0.union(declaredByStub[$1, default: []]) }
    let text = String(decoding: handedIn[file] ?? Data(), as: UTF8.self)
    return changes.filter { names.contains(root(of: $0)) }.map { change in
      var change = change
      change.line = Self.line(of: change, in: text)
      return change
    }
  }

  private func root(of change: ChangedDeclaration) -> String {
    let path = change.type.isEmpty ? change.name : change.type
    return path.split(separator: ".").first.map(String.init) ?? path
  }

  /// Returns where `change` stands in `text`, by the words alone; where it is not there, where its
  /// type begins.
  private static func line(of change: ChangedDeclaration, in text: String) -> Int? {
    let lines = SwiftText(text).withoutStrings.split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map { line in
      " " + line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.joined(separator: " ") + " "
    }
    func first(_ kinds: [String], _ name: String, from start: Int) -> Int? {
      lines[start...].firstIndex { line in kinds.contains { line.contains(" \($0)\(name) ") } }
    }
    let types = ["struct ", "class ", "enum ", "actor ", "protocol ", "extension "]
    let members = ["func ", "var ", "let ", "case "]
    guard !change.type.isEmpty else {
      return first(types + members, change.name, from: 0).map { $0 + 1 }
    }
    let type = change.type.split(separator: ".").last.map(String.init) ?? ""
    guard let start = first(types, type, from: 0) else { return nil }
    return (first(change.name == "init" ? [""] : members, change.name, from: start) ?? start) + 1
  }

  /// Returns whether two files differ at most in comments and space.
  static func isSame(_ a: Data, _ b: Data) -> Bool {
    a == b || text(a).lines == text(b).lines
  }

  /// Returns for each of `files` the others that declare something that it names, by the words alone.
  /// What others declare is what their stubs do.
  static func mentions(
    in files: [String: Data], of stubs: [String: Data]
  ) -> [String: Set<String>] {
    let declared = stubs.mapValues(names)
    return Dictionary(
      uniqueKeysWithValues: files.map { file, data in
        let words = Set(text(data).withoutStrings.matches(of: /\w+/).map { String($0.output) })
        let others = declared.filter { $0.key != file && !$0.value.isDisjoint(with: words) }
        return (file, Set(others.keys))
      })
  }

  private static func text(_ data: Data) -> SwiftText {
    SwiftText(String(decoding: data, as: UTF8.self))
  }

  /// Returns the names that `data` declares outside of types and functions: by the words alone.
  private static func names(_ data: Data) -> Set<String> {
    var depth = 0
    var names: Set<String> = []
    var previous: Substring = ""
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "actor", "protocol", "typealias", "func", "var", "let",
    ]
    for match in text(data).withoutStrings.matches(of: /[{}]|\w+/) {
      switch match.output {
      case "{": depth += 1
      case "}": depth -= 1
      default:
        if depth == 0, kinds.contains(previous) { names.insert(String(match.output)) }
      }
      previous = match.output
    }
    return names
  }
}
