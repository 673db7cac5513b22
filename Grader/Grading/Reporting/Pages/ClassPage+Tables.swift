import Foundation

extension ClassPage {
  /// A line a submission, with a sign a check.
  var submissions: HTML {
    let signs: [HTML] = [
      .passed, .failed, .unfinished, .doesNotCompile, .crashed, .blocked, .graderFault,
    ].map { (verdict: Verdict) in
      let words =
        verdict == .crashed ? "crashed, timed out, not read or refused" : Screen.word(verdict)
      return "<span><i class=\"\(verdict.rawValue)\">\(Screen.sign(verdict))</i> \(words)</span>\n"
    }
    let isGraded = isGraded
    let grade: HTML =
      isGraded ? "<th scope=\"col\" class=\"number\" data-sort=\"number\">Grade</th>" : ""
    return """
      <section>
      <h2 id="submissions">Submissions</h2>
      <p class="legend">\(signs)</p>
      \(tools)
      <table class="submissions">
      <thead><tr><th scope="col" data-sort="text">Submission</th>\
      <th scope="col" class="number" data-sort="number">Points</th>\(grade)<th scope="col">\(subjects)</th></tr></thead>
      <tbody>
      \(reports.map { row(of: $0, isGraded: isGraded) } as [HTML])</tbody>
      </table>
      </section>

      """
  }

  /// What the signs below stand for, in columns as wide as they are.
  private var subjects: HTML {
    let results = exercise.checks.map { CheckResult($0, .passed) }
    let columns: [HTML] = results.bySubject.map { subject, results in
      "<b style=\"--signs:\(results.count)\"><span>\(subject)</span></b>"
    }
    return "<span class=\"subjects\">\(columns)</span><span class=\"narrow\">Checks</span>"
  }

  /// On a phone there is no head above the marks: each group of them bears its name there. It is said once
  /// for all rows, since there may be a thousand.
  static func names(of exercise: Exercise) -> HTML {
    let results = exercise.checks.map { CheckResult($0, .passed) }
    let rules: [HTML] = results.bySubject.enumerated().map { place, group in
      "  .strip b:nth-child(\(place + 1))::before { content: \"\(group.subject)\" }\n"
    }
    return "\n@media screen and (max-width: 60rem) {\n\(rules)}\n"
  }

  private func row(of report: Report, isGraded: Bool) -> HTML {
    let strip: [HTML] = report.checks.bySubject.map { _, results in
      let signs: [HTML] = results.map { result in
        """
        <i\(mark(result.verdict)) title="\(title(of: result))">\
        \(Screen.sign(result.verdict))</i>
        """
      }
      return "<b>\(signs)</b>"
    }
    let tally = report.tally.map { "\($0.count) \(Screen.word($0.verdict))" }
    let points: HTML =
      report.hasGraderFault
      ? "<td class=\"number alarm\"><strong>not decided</strong></td>"
      : report.isUnread
        ? "<td class=\"number open\">not read</td>" : "<td class=\"number\">\(report.points)</td>"
    let grade = isGraded ? self.grade(of: report) : ""
    return """
      <tr><th scope="row">\(link(to: report))</th>\(points)\(grade)\
      <td><span class="strip" role="img" aria-label="\(tally.joined(separator: ", "))">\(strip)\
      </span><div class="quiet">\(notes(on: report))</div></td></tr>

      """
  }

  /// The class of a sign; none of the most frequent one. There are tens of thousands of them.
  private func mark(_ verdict: Verdict) -> HTML {
    verdict == .passed ? "" : " class=\"\(verdict.rawValue)\""
  }

  /// What a check asks, and where it has not passed by the student's work alone, how it ended.
  private func title(of result: CheckResult) -> String {
    let ours = result.ours.map { " with our \(Sentences.list($0.files))" }
    if result.verdict == .passed, ours == nil { return result.aspect }
    return "\(result.aspect): \(Screen.word(result.verdict))\(ours ?? "")"
  }

  /// What the course's rules have made of the points, and which.
  private func grade(of report: Report) -> HTML {
    guard let grade = report.grade else { return "<td class=\"number open none\">–</td>" }
    return """
      <td class="number grade" title="\(grade.rules.joined(separator: " "))">\(grade.points.text)</td>
      """
  }

  /// What does not compile; and the rest folded, where it is more than one sentence.
  private func notes(on report: Report) -> HTML {
    let urgent = report.build.reasons.map(Sentences.replaced)
    let rest = report.notes.filter { !urgent.contains($0) }
    guard rest.count > 1 else { return "\(report.notes.joined(separator: " "))" }
    let items: [HTML] = rest.map { "<li>\($0)</li>" }
    return """
      \(urgent.joined(separator: " "))<details><summary>\(rest.count) \
      \(urgent.isEmpty ? "notes" : "more notes")</summary><ul>\(items)</ul></details>
      """
  }

  /// A line a check: how it went, and which mistakes are behind it.
  var checks: HTML {
    // Whose archive could not be read may have passed it all: they are in no number.
    let read = ClassReports(reports.lazy.filter { !$0.isUnread })
    let rows = exercise.checks.map { row(of: CheckTally($0, read.results(of: $0))) }
    return """
      <section>
      <h2 id="checks">Checks</h2>
      <p class="quiet">Of all submissions for which the check is decided, so many pass it. A blocked \
      check counts as not passed: one that it builds on has to pass first.</p>
      <table class="checks">
      <thead><tr><th scope="col" data-sort="text">Check</th>\
      <th scope="col" data-sort="number">Passed</th>\
      <th scope="col">Known mistakes, the most frequent first</th>\
      <th scope="col" class="number" data-sort="number">Median time</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </section>

      """
  }

  private func row(of tally: CheckTally) -> HTML {
    let parts: [HTML] = tally.verdicts.map {
      "<i class=\"\($0.verdict.rawValue)\" style=\"flex:\($0.count)\"></i>"
    }
    // A number and its word stay on one line.
    let counts = tally.verdicts.map {
      "\($0.count)\u{A0}\($0.verdict == .graderFault ? "not decided" : Screen.word($0.verdict))"
    }
    let seconds = tally.medianSeconds.map { String(format: "%.2f s", $0) } ?? "–"
    return """
      <tr><th scope="row"><code>\(tally.check.id)</code><span class="claim">\(HTML(marked: tally.check.claim))\
      </span></th>\
      <td data-value="\(tally.decided > 0 ? "\(1000 * tally.passed / tally.decided)" : "")">\
      <strong>\(tally.share)</strong><span class="bar" aria-hidden="true">\(parts)</span>\
      <span class="quiet">\(counts.joined(separator: ", "))</span></td>\
      <td>\(mistakes(of: tally))</td><td class="number">\(seconds)</td></tr>

      """
  }

  private func mistakes(of tally: CheckTally) -> HTML {
    let items: [HTML] = tally.mistakes.map {
      "<li><strong>\($0.count) ×</strong> \($0.explanation)</li>"
    }
    guard let first = items.first else { return "" }
    let rest: HTML =
      items.count == 1
      ? ""
      : """
      <details><summary>\(items.count - 1) more</summary><ul>\(Array(items.dropFirst()))</ul>\
      </details>
      """
    return "<ul>\(first)</ul>\(rest)"
  }
}
