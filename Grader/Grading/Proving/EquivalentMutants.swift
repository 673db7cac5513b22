import Foundation

/// The mutants that are as right as the solution, as `equivalent.txt` beside it lists them:
///
///     ReLU.swift: at 0 both are 0
///     - (max(x, 0), x)
///     + (max(x, -0.0), x)
///
/// Where the line stands more than once in its file, `ReLU.swift 2:` means the second. A line that
/// starts with `#` is a comment; a dropped line has no `+`. `MyNetwork.swift *:` without lines means
/// every mutant of the file that survives: where what is asked for may be reached in any way.
struct EquivalentMutants: Sendable {
  struct Entry: Sendable, Equatable {
    var file: String
    var occurrence: Int
    var reason: String
    var old = ""
    var new = ""

    /// Where it stands in the list.
    var line: Int

    /// Whether it speaks of every mutant of its file.
    var isForFile = false

    var lacksLine: Bool { old.isEmpty && !isForFile }
    var lacksNewLine: Bool { new.isEmpty && !isForFile }

    func means(_ mutation: Mutation) -> Bool {
      isForFile
        ? file == mutation.file
        : (file, occurrence, old, new)
          == (mutation.file, mutation.occurrence, mutation.old, mutation.new)
    }
  }

  private(set) var entries: [Entry] = []

  /// Reads the list at `path`; there need not be one.
  init(at path: String) throws(GraderError) {
    let text = FileManager.default.fileExists(atPath: path) ? try TextFile.read(path) : ""
    try self.init(text, file: path)
  }

  init(_ text: String, file: String) throws(GraderError) {
    for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = line.dropFirst(2).trimmingCharacters(in: .whitespaces)
      switch line.first {
      case nil, "#": continue
      case "-" where entries.last?.lacksLine == true: entries[entries.count - 1].old = content
      case "+" where entries.last?.lacksNewLine == true:
        entries[entries.count - 1].new = content
      default:
        guard let match = line.wholeMatch(of: /(\S+\.swift)(?: (\d+|\*))?: (.+)/) else {
          throw .badEquivalents(file: file, line: i + 1)
        }
        entries.append(
          Entry(
            file: String(match.1), occurrence: match.2.flatMap { Int($0) } ?? 1,
            reason: String(match.3), line: i + 1, isForFile: match.2 == "*"))
      }
    }
    if let entry = entries.first(where: \.lacksLine) {
      throw .badEquivalents(file: file, line: entry.line)
    }
  }

  /// Returns why `mutation`, of which `fate` has become, may live; nil where nothing says so.
  func reason(for mutation: Mutation, _ fate: Fate) -> String? {
    entries.first { $0.means(mutation) && (!$0.isForFile || fate == .survived) }?.reason
  }
}
