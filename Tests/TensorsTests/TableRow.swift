import Foundation

/// A row of a table that sets the words of Python beside ours: what stands in its first column, and the
/// pieces of code in its second. Where that says "the same", they are those of the first.
struct TableRow: Sendable, CustomStringConvertible {
  let description: String
  let code: [String]

  /// The tables of NumPy in `Exercises/00-Given/README.md`.
  static let numPy = rows(of: "00-Given", below: "## NumPy and here")

  /// The table of Swift in the handout of exercise 01.
  static let swift = rows(of: "01-WarmUp", below: "## Swift for people who know Python")

  private static func rows(of folder: String, below heading: String) -> [TableRow] {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Exercises/\(folder)/README.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    let below = text.components(separatedBy: "\n\(heading)\n").last ?? ""
    let tables = below.components(separatedBy: "\n## ")[0]
    return tables.split(separator: "\n").compactMap { line in
      let row = line.replacing(#"\|"#, with: "\u{0}")
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 2, row.hasPrefix("|"), !["NumPy", "Python", "---"].contains(cells[0])
      else { return nil }
      let cell = cells[1].hasPrefix("the same") ? cells[0] : cells[1]
      let code = cell.matches(of: /`([^`]+)`/).map {
        String($0.1).replacing("\u{0}", with: "|")
      }
      return TableRow(description: cells[0].replacing("\u{0}", with: "|"), code: code)
    }
  }

  /// Whether `line` has `code` in it, where "…" stands for whatever is done there. What is only a name
  /// must be called by it, or be an argument; a type or a variable is no code.
  static func occurs(_ code: String, in line: String) -> Bool {
    if code.wholeMatch(of: /[A-Z]\w*|\w/) != nil { return true }
    if code.wholeMatch(of: /\w+/) != nil { return line.contains("\(code)(") }
    var rest = line[...]
    return code.components(separatedBy: " … ").allSatisfy { piece in
      guard let range = rest.range(of: piece) else { return false }
      rest = rest[range.upperBound...]
      return true
    }
  }
}
