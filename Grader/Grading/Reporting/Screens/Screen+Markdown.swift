extension Screen {
  /// All checks of one exercise as a table of Markdown, for a page that shows such tables.
  public static func markdown(_ report: Report, of exercise: Exercise) -> String {
    var lines = ["## Exercise \(report.exercise): \(exercise.title)", "", summary(of: report), ""]
    lines += report.notes.map { "- \(cell($0))" }
    if !report.notes.isEmpty { lines.append("") }
    lines += ["| | check | points | claim | what was seen |", "| - | - | -: | - | - |"]
    lines += report.checks.map { check in
      // What is still to be written says so by its sign and its points, and why a file does not compile
      // stands above.
      let isTold = [.passed, .unfinished, .blocked, .doesNotCompile].contains(check.verdict)
      let seen = isTold ? "" : check.message
      return "| \(sign(check.verdict)) \(word(check.verdict)) | \(check.id) "
        + "| \(check.points)/\(check.possible) | \(cell(check.claim)) | \(cell(seen)) |"
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// Text in which nothing means anything to Markdown, on one line.
  private static func cell(_ text: String) -> String {
    var cell = ""
    for character in text.withVisibleControls.replacing("\n", with: " ") {
      if "\\`*_{}[]<>()#+-.!|~$&".contains(character) { cell += "\\" }
      cell.append(character)
    }
    return cell
  }
}
