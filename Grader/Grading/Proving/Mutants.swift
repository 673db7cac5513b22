import Foundation
import Tensors

/// All mutants of a solution, in the order of its files and lines.
struct Mutants: Sendable {
  private(set) var all: [Mutation] = []

  /// Makes them of `files` (names to texts), those that `rules` know.
  init(of files: [(name: String, text: String)], rules: [MutationRule] = MutationRule.all) {
    for (name, text) in files {
      var seen: Set = [text]
      for part in WrittenPart.parts(of: text) {
        var found: [Mutation] = []
        for rule in rules {
          for edit in rule.edits(part) {
            guard let mutation = Self.mutation(of: text, in: name, by: rule.name, edit),
              seen.insert(mutation.text).inserted
            else { continue }
            found.append(mutation)
          }
        }
        // By lines; of one line, in the order of the rules.
        let byLine = found.enumerated().sorted {
          ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }
        all += byLine.map(\.element)
      }
    }
    var counts: [String: Int] = [:]
    for i in all.indices {
      let key = "\(all[i].file):\(all[i].line) \(all[i].rule)"
      counts[key, default: 0] += 1
      all[i].number = counts[key]!
    }
  }

  /// Returns `count` of those in files whose names contain `only`, drawn by `seed`, in their order.
  func sample(_ count: Int, seed: UInt64, only: String = "") -> [Mutation] {
    let those = all.filter { only.isEmpty || $0.file.contains(only) }
    var generator = SeededGenerator(seed: seed)
    return those.indices.shuffled(using: &generator).prefix(count).sorted().map { those[$0] }
  }

  /// Returns `text` with `edit` made; nil where it goes beyond one line.
  private static func mutation(
    of text: String, in file: String, by rule: String, _ edit: [Change]
  ) -> Mutation? {
    var bytes = Array(text.utf8)
    let newline = UInt8(ascii: "\n")
    guard let place = edit.map(\.range.lowerBound).min(),
      let end = edit.map(\.range.upperBound).max(),
      !bytes[place..<end].contains(newline)
    else { return nil }
    let start = bytes[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let stop = bytes[end...].firstIndex(of: newline) ?? bytes.count
    let line = bytes[..<start].count { $0 == newline }
    for change in edit.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(change.range, with: change.text.utf8)
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let newStop = stop + bytes.count - text.utf8.count
    let old = trimmed(lines[line])
    let new = trimmed(String(decoding: bytes[start..<newStop], as: UTF8.self))
    guard old != new else { return nil }
    var whole = String(decoding: bytes, as: UTF8.self)
    if Memory.isUsed(by: new) { whole += Memory.text }
    return Mutation(
      file: file, line: line + 1, rule: rule, number: 0, old: old, new: new,
      occurrence: lines[...line].count { trimmed($0) == old }, text: whole)
  }

  private static func trimmed(_ line: some StringProtocol) -> String {
    line.trimmingCharacters(in: .whitespaces)
  }
}
