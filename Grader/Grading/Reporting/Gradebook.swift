import Foundation

/// All points in one table: a line a submission, a column a check.
struct Gradebook {
  let exercise: Exercise
  let reports: [Report]

  init(_ exercise: Exercise, _ reports: [Report]) {
    self.exercise = exercise
    self.reports = reports
  }

  /// Writes `gradebook.csv`.
  func write(to folder: String) throws(GraderError) {
    try AtomicFile.write(Data(csv.utf8), to: "\(folder)/gradebook.csv")
  }

  /// Comma-separated values after RFC 4180.
  var csv: String {
    let header =
      ["submission", "points", "possible", "built", "graderFault"]
      + exercise.checks.map(\.id) + ["notes"]
    let rows = reports.map { report in
      let points = Dictionary(
        uniqueKeysWithValues: report.checks.map { ($0.id, String($0.points)) })
      return [
        report.submission, String(report.points), String(report.possible),
        report.build.succeeded ? "yes" : "no", report.hasGraderFault ? "yes" : "no",
      ]
        + exercise.checks.map { points[$0.id] ?? "" } + [report.notes.joined(separator: " ")]
    }
    return ([header] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Returns a cell that is one cell whatever it holds, and that no spreadsheet takes for a
  /// formula.
  static func cell(_ text: String) -> String {
    let harmless =
      text.first.map { "=+-@\t\r".contains($0) } ?? false ? "'" + text : text
    guard harmless.contains(where: { "\",\r\n".contains($0) }) else { return harmless }
    return "\"" + harmless.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
