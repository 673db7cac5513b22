import Foundation

/// A line of a solution, changed by a machine. The file with that line is a *mutant*.
public struct Mutation: Sendable, Hashable {
  public var file: String
  public var line: Int

  /// What rule made it, and which of that rule's changes of the line it is.
  public var rule: String
  public var number: Int

  /// The line before and after, without indentation; empty where it is gone.
  public var old: String
  public var new: String

  /// Which of the lines of the file that read so; from 1.
  public var occurrence: Int

  /// Which part of the file it is about, from 0, and the lines of that part.
  var part: Int
  var body: String

  public var id: String { "\(file):\(line) \(rule) \(number)" }
}

/// What a rule puts in the place of some bytes.
struct Change: Sendable, Equatable {
  var range: Range<Int>
  var text: String

  init(_ range: Range<Int>, _ text: String) {
    (self.range, self.text) = (range, text)
  }
}

/// A way of going wrong: returns all the edits, each of one change or more, that lead there.
struct MutationRule: Sendable {
  var name: String
  var edits: @Sendable (WrittenPart) -> [[Change]]

  init(_ name: String, _ edits: @escaping @Sendable (WrittenPart) -> [[Change]]) {
    (self.name, self.edits) = (name, edits)
  }

  static let all: [MutationRule] =
    [
      operators, comparisons, terms, constants, words, calls, arguments, transposes, tuples, ranges,
      loops, conditions, signs, scales, statements,
    ] + [copies, state, settings, parameters]
}
