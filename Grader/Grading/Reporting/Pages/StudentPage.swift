/// What a student reads: the points, and what to do about those that are missing. It is handed out
/// alone, so it leads nowhere and names nobody else.
struct StudentPage {
  let report: Report
  let exercise: Exercise

  init(_ report: Report, of exercise: Exercise) {
    self.report = report
    self.exercise = exercise
  }

  var html: HTML {
    .document(
      title: "\(report.shownName), exercise \(exercise.number)",
      """
      <header>
      <h1><bdi>\(report.shownName)</bdi></h1>
      <p>Exercise \(exercise.number): \(exercise.title)</p>
      \(points)</header>
      <main>
      \(files)\(sections)\
      </main>
      <footer class="quiet">\(setting)</footer>
      """)
  }

  private var setting: String {
    (report.dataset.map { "Data: \($0) · " } ?? "")
      + "Seed: \(report.seed) · Grader: \(report.graderVersion) · "
      + "Files: \(report.sourceDigest.prefix(16))"
  }

  private var points: HTML {
    let tally: [HTML] = report.tally.map {
      """
      <span><i class="\($0.verdict.rawValue)">\(Screen.sign($0.verdict))</i> \
      \($0.count) \(Screen.word($0.verdict))</span>

      """
    }
    guard report.hasGraderFault else {
      guard !report.isUnread else { return noPointsYet(tally) }
      let rules = (report.grade?.rules ?? []).map { "<li>\($0)</li>\n" as HTML }
      let grade: HTML =
        report.grade.map { grade in
          """
          <p>By the rules of the course: <strong>\(grade.points.text)</strong></p>
          <ul>
          \(rules)</ul>

          """
        } ?? ""
      return """
        <p class="points"><strong>\(report.points)</strong> of \(report.possible) points</p>
        \(grade)\(legend(tally))

        """
    }
    return """
      <p class="points alarm"><strong>Not decided</strong></p>
      <p>The grader itself failed. That is no fault of this submission, and it has no points yet.</p>
      \(legend(tally))

      """
  }

  /// How many checks have ended how, and so what the marks mean.
  private func legend(_ tally: [HTML]) -> HTML {
    "<p class=\"legend\">\(tally)</p>"
  }

  private func noPointsYet(_ tally: [HTML]) -> HTML {
    """
    <p class="points"><strong>No points yet</strong></p>
    <p>\(Sentences.shortened(report.unread ?? [], to: 3)) could not be read, and your work may be in it. \
    Pack it anew as a plain .zip, and hand it in again.</p>
    \(legend(tally))

    """
  }

  /// What is to be said of the files themselves.
  private var files: HTML {
    let build = report.build
    guard !report.notes.isEmpty || !build.diagnostics.isEmpty else { return "" }
    let notes: [HTML] = report.notes.map { "<li>\($0)</li>\n" }
    let errors: [HTML] = build.diagnostics.map {
      let code: HTML = $0.code.map { "<br><code>\($0)</code>" } ?? ""
      return "<li><code>\($0.file):\($0.line):\($0.column)</code> \($0.message)\(code)</li>\n"
    }
    let found: HTML =
      errors.isEmpty ? "" : "<h3>What the compiler says</h3>\n<ul>\n\(errors)</ul>\n"
    return """
      <section>
      <h2>The files</h2>
      <ul>
      \(notes)</ul>
      \(found)</section>

      """
  }

  /// The checks by their subjects: first those that are open, at length, then those of which there is no
  /// more to say, then those that passed.
  private var sections: [HTML] {
    report.checks.bySubject.map { section($0.subject, $0.results) }
  }

  private func section(_ subject: String, _ results: [CheckResult]) -> HTML {
    let open = results.filter { $0.verdict != .passed && !isBrief($0) }
    let brief: [HTML] = results.filter { isBrief($0) }.map { line(onOpen: $0) }
    let passed = results.filter { $0.verdict == .passed }
    let points = results.map(\.points).reduce(0, +)
    let possible = results.map(\.possible).reduce(0, +)
    let isDecided = !results.contains { $0.verdict == .graderFault }
    let sum = isDecided ? "\(points) of \(possible)" : "not decided"
    let list: HTML =
      passed.isEmpty && brief.isEmpty
      ? "" : "<ul class=\"done\">\n\(brief)\(passed.map(line(on:)))</ul>\n"
    return """
      <section>
      <h2>\(subject) <span class="quiet">\(sum)</span></h2>
      \(open.map(article(on:)))\(list)</section>

      """
  }

  /// Whether a line says all: a blocked check has only what it builds on, and of others the reason stands
  /// at the top of the page.
  private func isBrief(_ result: CheckResult) -> Bool {
    switch result.verdict {
    case .blocked: return true
    case .notRead:
      let told = (report.unread ?? []) + (report.notRead ?? [])
      return told.map(Sentences.notRead).contains(result.message)
    case .doesNotCompile: return report.build.reasons.contains(result.message)
    default: return false
    }
  }

  private func line(onOpen result: CheckResult) -> HTML {
    let reason = result.verdict == .blocked ? ". \(result.message)" : ""
    return """
      <li><i class="\(result.verdict.rawValue)">\(Screen.sign(result.verdict))</i> \
      <span>\(HTML(marked: result.claim)) \
      <span class="quiet"><code>\(result.id)</code>, \(Screen.word(result.verdict)), \
      \(result.points) of \(result.possible)\(reason)</span>\(printed(by: result))</span></li>

      """
  }

  private func line(on result: CheckResult) -> HTML {
    """
    <li><i class="passed">\(Screen.sign(.passed))</i> <span>\(HTML(marked: result.claim)) \
    <span class="quiet"><code>\(result.id)</code>, \(result.points) of \(result.possible)\
    \(result.message.isEmpty ? "" : ". \(result.message)")</span>\
    \(without(ours: result))\(printed(by: result))</span></li>

    """
  }

  private func article(on result: CheckResult) -> HTML {
    let message: [HTML] = result.message.split(separator: "\n").map { line in
      line.hasPrefix(Sentences.namesMistake)
        ? "<p><strong>\(String(line))</strong></p>\n" : "<p>\(String(line))</p>\n"
    }
    // Where a check was not made, or by our fault, there is nothing to be hinted at.
    let isOpen = result.verdict != .blocked && result.verdict != .graderFault
    let hint: HTML =
      isOpen && !result.hint.isEmpty
      ? "<p class=\"hint\">Hint: \(HTML(marked: result.hint))</p>\n" : ""
    let points =
      result.verdict == .graderFault ? "" : ", \(result.points) of \(result.possible)"
    return """
      <article>
      <h3><i class="\(result.verdict.rawValue)">\(Screen.sign(result.verdict))</i> \
      <span>\(HTML(marked: result.claim))</span></h3>
      <p class="quiet"><code>\(result.id)</code>, \(Screen.word(result.verdict))\(points)</p>
      \(message)\(hint)\(printed(by: result))</article>

      """
  }

  /// How a check had ended that passed with files of ours.
  private func without(ours result: CheckResult) -> HTML {
    guard let ours = result.ours, !ours.message.isEmpty else { return "" }
    let lines: [HTML] = ours.message.split(separator: "\n").map { "<p>\(String($0))</p>\n" }
    return "<details><summary>What was seen with yours</summary>\n\(lines)</details>\n"
  }

  private func printed(by result: CheckResult) -> HTML {
    guard !result.output.isEmpty else { return "" }
    // A browser drops the line feed behind the tag, and would drop the text's own in its place.
    return """
      <details><summary>What it printed</summary><pre>
      \(result.output)</pre></details>

      """
  }
}
