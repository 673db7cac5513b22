import Foundation

/// All points in one table: a line a submission, a column a check.
struct Gradebook {
  let exercise: Exercise
  let reports: ClassReports

  init(_ exercise: Exercise, _ reports: ClassReports) {
    self.exercise = exercise
    self.reports = reports
  }

  /// Writes `gradebook.csv`.
  func write(to folder: String) throws(GraderError) {
    try AtomicFile.write(Data(csv.utf8), to: "\(folder)/gradebook.csv")
  }

  /// Comma-separated values after RFC 4180. Where the grader failed, or an archive could not be read, there
  /// are no points, not none of them: those cells stay empty.
  var csv: String {
    let isGraded = reports.contains { $0.grade != nil }
    let header =
      ["submission", "points", "possible", "built", "graderFault"]
      + exercise.checks.map(\.id) + ["notes"] + (isGraded ? ["grade", "rules"] : [])
    var text = Self.line(header)
    for report in reports {
      let results = Dictionary(uniqueKeysWithValues: report.checks.map { ($0.id, $0) })
      let points = exercise.checks.map { check in
        guard let result = results[check.id], result.verdict != .graderFault,
          !report.isUnread || result.verdict == .passed
        else { return "" }
        return String(result.points)
      }
      let grade = [
        report.grade?.points.text ?? "", report.grade?.rules.joined(separator: " ") ?? "",
      ]
      let cells =
        [
          report.shownName, report.hasPoints ? String(report.points) : "",
          String(report.possible), built(report),
          report.hasGraderFault ? "yes" : "no",
        ] + points + [report.notes.joined(separator: " ").replacing("\n", with: " ")]
        + (isGraded ? grade : [])
      text += Self.line(cells)
    }
    return text
  }

  /// Nobody knows it of what could not be read.
  private func built(_ report: Report) -> String {
    guard report.build.succeeded else { return "no" }
    return report.isUnread ? "" : "yes"
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// Returns a cell that is one cell in one line whatever it holds, and that no spreadsheet takes
  /// for a formula. The full-width signs are there because some spreadsheets take them for the others.
  static func cell(_ text: String) -> String {
    let formulas = "=+-@\t\r\n＝＋－＠".unicodeScalars
    let begins = text.unicodeScalars.first.map(formulas.contains) ?? false
    let harmless = (begins ? "'" : "") + text.onOneLine
    guard harmless.unicodeScalars.contains(where: "\",".unicodeScalars.contains) else {
      return harmless
    }
    return "\"" + harmless.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
