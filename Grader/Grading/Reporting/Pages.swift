import Foundation

/// The pages for people: the class at a glance, and a page a student. Whatever comes from a
/// submission is escaped.
struct Pages {
  let exercise: Exercise
  let reports: [Report]

  init(_ exercise: Exercise, _ reports: [Report]) {
    self.exercise = exercise
    self.reports = reports
  }

  /// Writes `index.html` and `pages/<submission>.html`.
  func write(to folder: String) throws(GraderError) {
    let pages = "\(folder)/pages"
    do {
      try FileManager.default.createDirectory(atPath: pages, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: pages, errno: EACCES)
    }
    for report in reports {
      try AtomicFile.write(
        Data(page(of: report).utf8), to: "\(pages)/\(report.submission).html")
    }
    try AtomicFile.write(Data(index.utf8), to: "\(folder)/index.html")
  }

  /// Text that is text in HTML, too.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }

  private var index: String {
    let rows = reports.sorted { ($0.hasGraderFault ? 0 : 1) < ($1.hasGraderFault ? 0 : 1) }.map {
      report in
      let file = "pages/\(report.submission).html"
      let link = file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? file
      let tally = report.tally.map { "\($0.count) \(Screen.word($0.verdict))" }
      return """
        <tr><td><a href="\(Self.escaped(link))">\(Self.escaped(report.submission))</a></td>\
        <td>\(report.points) of \(report.possible)</td><td>\(tally.joined(separator: ", "))</td>\
        <td>\(Self.escaped(report.notes.joined(separator: " ")))</td></tr>
        """
    }
    let checks = exercise.checks.map { check in
      let results = reports.compactMap { $0.checks.first { $0.id == check.id } }
      let passed = results.count { $0.verdict == .passed }
      return """
        <tr><td>\(Self.escaped(check.id))</td><td>\(passed) of \(results.count)</td>\
        <td>\(Self.escaped(check.claim))</td></tr>
        """
    }
    let title = "Exercise \(exercise.number): \(exercise.title)"
    let first = reports.first
    return document(
      title,
      """
      <p>\(reports.count) submissions, \(Self.escaped(first?.dataset ?? "")), \
      seed \(first?.seed ?? 0), sandbox: none, processes and limits only.</p>
      <h2>Submissions</h2>
      <table><tr><th>Submission</th><th>Points</th><th>Checks</th><th>Notes</th></tr>
      \(rows.joined(separator: "\n"))
      </table>
      <h2>Checks</h2>
      <table><tr><th>Check</th><th>Passed</th><th>Claim</th></tr>
      \(checks.joined(separator: "\n"))
      </table>
      """)
  }

  private func page(of report: Report) -> String {
    let rows = report.checks.map { check in
      let message = Self.escaped(check.message).replacingOccurrences(of: "\n", with: "<br>")
      let hint = check.hint.isEmpty ? "" : "<p>Hint: \(Self.escaped(check.hint))</p>"
      let output =
        check.output.isEmpty
        ? ""
        : "<details><summary>It printed</summary><pre>\(Self.escaped(check.output))</pre></details>"
      return """
        <tr class="\(check.verdict.rawValue)"><td>\(Self.escaped(check.id))</td>\
        <td>\(Screen.word(check.verdict))</td><td>\(check.points) of \(check.possible)</td>\
        <td>\(Self.escaped(check.claim))<p>\(message)</p>\(hint)\(output)</td></tr>
        """
    }
    let diagnostics = report.build.diagnostics.map {
      "<li>\(Self.escaped("\($0.file), line \($0.line): \($0.message)"))</li>"
    }
    let notes = report.notes.map { "<li>\(Self.escaped($0))</li>" }
    return document(
      report.submission,
      """
      <p>\(report.points) of \(report.possible) points. \(Self.escaped(report.dataset)), \
      seed \(report.seed).</p>
      <ul>\(notes.joined())\(diagnostics.joined())</ul>
      <table><tr><th>Check</th><th>Verdict</th><th>Points</th><th>What it claims</th></tr>
      \(rows.joined(separator: "\n"))
      </table>
      """)
  }

  private func document(_ title: String, _ body: String) -> String {
    """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>\(Self.escaped(title))</title>
    <meta name="viewport" content="width=device-width">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <style>
    :root { color-scheme: light dark }
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem }
    table { border-collapse: collapse; width: 100% }
    th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0;
      border-bottom: 1px solid #8884 }
    td p { margin: .3rem 0 0 }
    tr.failed td:nth-child(2), tr.crashed td:nth-child(2), tr.timedOut td:nth-child(2),
    tr.refused td:nth-child(2) { color: #d33; font-weight: 600 }
    tr.passed td:nth-child(2) { color: #2a8a3a }
    </style></head>
    <body><h1>\(Self.escaped(title))</h1>
    \(body)
    </body></html>
    """
  }
}
