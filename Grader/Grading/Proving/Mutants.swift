import Foundation
import Tensors

/// All mutants of a solution, in the order of its files and lines.
struct Mutants: Sendable {
  private(set) var all: [Mutation] = []

  /// Makes them of `files` (names to texts), those that `rules` know.
  init(of files: [(name: String, text: String)], rules: [MutationRule] = MutationRule.all) {
    for (name, text) in files {
      for (number, part) in WrittenPart.parts(of: text).enumerated() {
        var seen: Set = [part.body]
        var found: [Mutation] = []
        for rule in rules {
          for edit in rule.edits(part) {
            guard var mutation = Self.mutation(of: part, by: edit),
              seen.insert(mutation.body).inserted
            else { continue }
            (mutation.file, mutation.part, mutation.rule) = (name, number, rule.name)
            found.append(mutation)
          }
        }
        // By lines; of one line, in the order of the rules.
        all += found.enumerated().sorted {
          ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
        }.map(\.element)
      }
    }
    var counts: [String: Int] = [:]
    for i in all.indices {
      let key = "\(all[i].file):\(all[i].line) \(all[i].rule)"
      counts[key, default: 0] += 1
      all[i].number = counts[key]!
    }
  }

  /// Returns `count` of those in the file `only`, or else in files whose names contain it, drawn by `seed`, in
  /// their order.
  func sample(_ count: Int, seed: UInt64, only: String = "") -> [Mutation] {
    let isWhole = all.contains { $0.file == only }
    let those = all.filter { isWhole ? $0.file == only : only.isEmpty || $0.file.contains(only) }
    var generator = SeededGenerator(seed: seed)
    return those.indices.shuffled(using: &generator).prefix(count).sorted().map { those[$0] }
  }

  /// Returns `part` with `edit` made; nil where it goes beyond one line.
  private static func mutation(of part: WrittenPart, by edit: [Change]) -> Mutation? {
    let newline = UInt8(ascii: "\n")
    guard let place = edit.map(\.range.lowerBound).min(),
      let end = edit.map(\.range.upperBound).max(), !part.source[place..<end].contains(newline)
    else { return nil }
    var body = Array(part.source[part.block])
    let offset = part.block.lowerBound
    for change in edit.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      body.replaceSubrange(
        change.range.lowerBound - offset..<change.range.upperBound - offset, with: change.text.utf8)
    }
    let start = part.source[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let stop = part.source[end...].firstIndex(of: newline) ?? part.source.count
    let newStop = stop - offset + body.count - part.block.count
    let old = trimmed(part.source[start..<stop])
    let new = trimmed(body[(start - offset)..<newStop])
    guard old != new else { return nil }
    let lines = part.source[..<start].split(separator: newline, omittingEmptySubsequences: false)
    return Mutation(
      file: "", line: lines.count, rule: "", number: 0, old: old, new: new,
      occurrence: lines.count { trimmed($0) == old } + 1, part: 0,
      body: String(decoding: body, as: UTF8.self))
  }

  private static func trimmed(_ line: some Collection<UInt8>) -> String {
    String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespaces)
  }
}
