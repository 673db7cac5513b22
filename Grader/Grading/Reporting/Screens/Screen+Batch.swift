extension Screen {
  /// What keeps submissions from the machine.
  public static func sandbox(_ sandbox: Sandbox?) -> String {
    guard let sandbox else { return "no sandbox but processes and limits" }
    let lack = sandbox.filter == nil ? ", without a filter of system calls" : ""
    return "in a sandbox (bubblewrap\(lack))"
  }

  /// What to know about entries of a folder of submissions that are none; nil where there are none.
  public static func leftOut(_ others: [String]) -> String? {
    guard !others.isEmpty else { return nil }
    return "Left out, as nobody's folder and no archive that is read: \(names(others, to: 10))."
  }

  /// What an earlier run has left to do; nil where there was none.
  public static func begin(_ progress: BatchProgress) -> String? {
    var sentences: [String] = []
    if progress.kept > 0 {
      sentences.append(
        "\(progress.kept) of \(progress.count) were graded before, under the same conditions, and "
          + "stay.")
    }
    if progress.renewed > 0 {
      sentences.append(
        "\(progress.renewed) of \(progress.count) are graded again: since then their files, the data "
          + "or the grader have changed, or the grader had failed.")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: "\n")
  }

  /// A line on one report of a batch, while the others are still at work.
  public static func progress(_ report: Report, _ progress: BatchProgress) -> String {
    let number = String(progress.done).leftPadded(to: String(progress.count).count)
    let faults = report.checks.filter { $0.verdict == .graderFault }
    let outcome =
      faults.count == report.checks.count
      ? "not decided" : report.isUnread ? "no points yet" : summary(of: report)
    let left = progress.secondsLeft.map { "; about \(duration($0, roughly: true)) left" } ?? ""
    let notRead = (report.unread ?? []) + (report.notRead ?? [])
    let unread = notRead.isEmpty ? "" : "; not read: \(names(notRead, to: 3))"
    return "[\(number)/\(progress.count)] \(report.shownName): \(outcome)\(unread)"
      + (faults.first.map { ": \($0.message.onOneLine)" } ?? "") + left
  }

  /// What whoever ran a batch wants to know first.
  public static func end(_ outcome: Batch.Outcome, in output: String) -> String {
    var lines = summary(of: outcome.reports, took: outcome.seconds)
    if let sentence = nobodysWork(outcome.reports) { lines.append(sentence) }
    if !outcome.leavers.isEmpty { lines.append(left(outcome.leavers, in: output)) }
    if !outcome.restored.isEmpty {
      lines.append(
        "Reports that somebody else had changed or taken away meanwhile, and that are as they were: "
          + "\(names(outcome.restored, to: 20)).")
    }
    return (lines + ["See \(output)/index.html"]).joined(separator: "\n")
  }

  /// Who has a time and no submission.
  public static func strangers(_ strangers: [String]) -> String? {
    strangers.isEmpty
      ? nil
      : "Times without a submission of that name, which decide nothing (\(strangers.count)): "
        + "\(names(strangers.map(\.onOneLine), to: 10))."
  }

  /// What is to be looked at where there is no file of the exercise in anybody's submission.
  private static func nobodysWork(_ reports: ClassReports) -> String? {
    let none = Submission.Contents().digest
    guard let report = reports.first,
      reports.allSatisfy({ $0.sourceDigest == none && $0.notRead == nil && $0.unread == nil })
    else {
      return nil
    }
    return "Nobody has handed in a file of exercise \(report.exercise). Is it the right "
      + "--exercise, and the folder in which the submissions are?"
  }

  static func left(_ leavers: [String], in output: String) -> String {
    "No longer among the submissions, and not in the gradebook: "
      + "\(names(leavers, to: 20)). Their reports lie in \(output)/gone."
  }

  static func summary(of reports: ClassReports, took seconds: Double?) -> [String] {
    let decided = reports.lazy.filter(\.hasPoints)
    let possible = reports.first?.possible ?? 0
    let points = PointDistribution(Array(decided.map(\.points)), of: possible)
    let median = points.quantile(0.5).map {
      "; the median is \(Sentences.number($0)) of \(possible) points"
    }
    let count = "\(reports.count) \(reports.count == 1 ? "submission" : "submissions")"
    let time = seconds.map { " in \(duration($0))" } ?? ""
    var lines = ["\(count)\(time)\(median ?? "")."]
    let graded = reports.lazy.filter { !$0.hasGraderFault }
    let replaced = graded.filter { !$0.build.replaced.isEmpty }
    lines += list("Did not compile", replaced) { $0.build.replaced.joined(separator: ", ") }
    let stopped = graded.filter { !stops(of: $0).isEmpty }
    lines += list("Were stopped", stopped) { stops(of: $0).joined(separator: ", ") }
    let unread = reports.lazy.filter { $0.unread != nil }
    lines += list("Archives that could not be read", unread) { names($0.unread ?? [], to: 3) }
    let notRead = reports.lazy.filter { $0.notRead != nil }
    lines += list("Files that were not read", notRead) { names($0.notRead ?? [], to: 3) }
    let undecided = reports.lazy.filter(\.hasGraderFault)
    lines += list("Not decided, by a fault of the grader", undecided) {
      $0.checks.first { $0.verdict == .graderFault }?.message.onOneLine ?? ""
    }
    return lines
  }

  /// What stays after a signal, and how to go on.
  public static func interrupted(done: Int, of count: Int, command: String) -> String {
    "Stopped. \(done) of \(count) submissions are graded and stay so. To go on: \(command)"
  }

  public static func interruptedEarly(command: String) -> String {
    "Stopped before any submission was graded. What was graded before stays. To go on: \(command)"
  }

  /// The words of a command as a shell takes them.
  public static func command(_ arguments: [String]) -> String {
    let words = arguments.dropFirst().map(shellWord)
    return ([Sentences.words(toStart: arguments.first ?? "")] + words).joined(separator: " ")
  }

  /// A word as a shell takes it.
  static func shellWord(_ word: String) -> String {
    let harmless = /[\w.,:=@%+\/-]+/.asciiOnlyWordCharacters()
    return word.wholeMatch(of: harmless) != nil
      ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }

  /// "1 crashed", "2 timed out": the checks in which a program did not come to its end.
  private static func stops(of report: Report) -> [String] {
    report.tally.filter { [.crashed, .timedOut, .refused].contains($0.verdict) }
      .map { "\($0.count) \(word($0.verdict))" }
  }

  private static func list(
    _ title: String, _ reports: some Sequence<Report>, _ detail: (Report) -> String
  ) -> [String] {
    var shown: [String] = []
    var count = 0
    for report in reports {
      count += 1
      if count <= 20 { shown.append("  \(report.shownName): \(detail(report))") }
    }
    guard count > 0 else { return [] }
    return ["\(title): \(count)"] + shown + (count > 20 ? ["  and \(count - 20) more"] : [])
  }

  static func names(_ names: [String], to count: Int) -> String {
    Sentences.shortened(names.map(\.onOneLine), to: count)
  }

  /// "40 s", "12 min", "2 h 05 min". Roughly, seconds go by tens.
  static func duration(_ seconds: Double, roughly: Bool = false) -> String {
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(roughly ? max(10, (whole + 5) / 10 * 10) : whole) s" }
    let minutes = (whole + 30) / 60
    guard minutes >= 60 else { return "\(minutes) min" }
    return "\(minutes / 60) h \(minutes % 60 < 10 ? "0" : "")\(minutes % 60) min"
  }
}
