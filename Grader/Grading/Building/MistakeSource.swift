import Foundation

/// How a known mistake is made out of the solution: lines of one file and what stands there
/// instead. `mistakes.txt` holds those of an exercise:
///
///     affine.biasAveraged  Affine.swift
///     05.affine.gradient-bias: upstream is averaged over the samples, not summed
///     - bias: upstream.sum(along: 0)
///     + bias: upstream.mean(along: 0)
///
/// The second line names the checks that tell the mistake, and says what a student is told. A number
/// behind a check, as in `05.affine.gradient-bias 2: …`, says which of its hints fits; 0, that none
/// does; without one it is the first. A `~` before the explanation says that what is answered is what
/// rounding has left (`KnownMistake.isRounding`). The
/// lines to go must stand together, and once, in the file; indentation does not count.
/// Several pairs may follow one another. A line that starts with `#` is a comment.
public struct MistakeSource: Sendable, Equatable {
  public var id: String
  public var file: String
  public var checks: [String] = []
  public var explanation = ""
  public var hints: [String: Int] = [:]
  public var isRounding = false
  public var edits: [Edit] = []

  /// What others have to know of it.
  public var mistake: KnownMistake {
    KnownMistake(
      id: id, checks: checks, explanation: explanation, hints: hints, isRounding: isRounding)
  }

  public struct Edit: Sendable, Equatable {
    public var line: Int
    public var old: [String]
    public var new: [String]
  }

  /// Reads the mistakes of an exercise.
  public static func parse(_ text: String, file: String) throws(GraderError) -> [MistakeSource] {
    var mistakes: [MistakeSource] = []
    for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = String(line.dropFirst(2))
      switch line.first {
      case nil, "#": continue
      case "-", "+":
        guard !mistakes.isEmpty else {
          throw .badMistakes(file: file, line: i + 1, "an edit stands before any mistake")
        }
        mistakes[mistakes.count - 1].add(line: i + 1, removing: line.first == "-", content)
      case let first? where first.isNumber:
        let parts = line.split(separator: ": ", maxSplits: 1)
        guard !mistakes.isEmpty, parts.count == 2 else {
          throw .badMistakes(file: file, line: i + 1, "expected checks, and what a student is told")
        }
        try mistakes[mistakes.count - 1].tell(parts[0], line: i + 1, in: file)
        let isRounding = parts[1].hasPrefix("~ ")
        mistakes[mistakes.count - 1].isRounding = isRounding
        mistakes[mistakes.count - 1].explanation = String(parts[1].dropFirst(isRounding ? 2 : 0))
      default:
        let words = line.split(separator: " ")
        guard words.count == 2 else {
          throw .badMistakes(file: file, line: i + 1, "expected a mistake's id and a file's name")
        }
        mistakes.append(
          MistakeSource(id: String(words[0]), file: String(words[1])))
      }
    }
    return mistakes
  }

  /// Takes down the checks in "05.relu.forward, 05.relu.gradient 2".
  private mutating func tell(
    _ words: Substring, line: Int, in file: String
  ) throws(GraderError) {
    for check in words.split(separator: ", ") {
      let parts = check.split(separator: " ").map(String.init)
      checks.append(parts[0])
      guard parts.count > 1 else { continue }
      guard parts.count == 2, let number = Int(parts[1]), number >= 0 else {
        throw .badMistakes(
          file: file, line: line, "expected a check, or one and the number of its hint that fits")
      }
      hints[parts[0]] = number
    }
  }

  private mutating func add(line: Int, removing: Bool, _ content: String) {
    if removing, edits.last?.new.isEmpty ?? false {
      edits[edits.count - 1].old.append(content)
    } else if removing {
      edits.append(Edit(line: line, old: [content], new: []))
    } else if !edits.isEmpty {
      edits[edits.count - 1].new.append(content)
    }
  }

  /// Returns `solution` with the mistake made.
  public func applied(to solution: String, mistakesFile: String) throws(GraderError) -> String {
    var lines = solution.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for edit in edits {
      let old = edit.old.map(trimmed)
      let starts = lines.indices.filter { start in
        lines[start...].prefix(old.count).map(trimmed) == old
      }
      guard starts.count == 1 else {
        throw .badMistakes(
          file: mistakesFile, line: edit.line,
          "the lines to go stand \(starts.count) times in \(String(file.prefix(80)).onOneLine), not once"
        )
      }
      lines.replaceSubrange(starts[0]..<starts[0] + old.count, with: edit.new)
    }
    return lines.joined(separator: "\n")
  }

  private func trimmed(_ line: String) -> String {
    line.trimmingCharacters(in: .whitespaces)
  }
}
