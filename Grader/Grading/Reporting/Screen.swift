import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reports for a terminal.
public enum Screen {
  /// All checks of one exercise, a line each, with what to do about those that did not pass.
  public static func report(_ report: Report, title: String) -> String {
    let width = report.checks.map(\.id.count).max() ?? 0
    var lines = ["", bold("Exercise \(report.exercise): \(title)"), ""]
    lines += report.notes.map { "  \(yellow("!")) \($0)" }
    lines += report.build.diagnostics.map { "    \($0.file):\($0.line): \($0.message)" }
    if !report.notes.isEmpty { lines.append("") }
    for check in report.checks {
      let id = check.id.padding(toLength: width, withPad: " ", startingAt: 0)
      let points = "\(check.points)/\(check.possible)"
      lines.append("  \(mark(check.verdict)) \(id)  \(points)  \(check.claim)")
      lines += details(of: check).map { "      \($0)" }
    }
    lines += ["", "  " + summary(of: report), ""]
    if let next = next(after: report) { lines += ["  \(next)", ""] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// All exercises, a line each.
  public static func overview(_ reports: [Report], titles: [String]) -> String {
    var lines = [""]
    for (report, title) in zip(reports, titles) {
      lines.append("  Exercise \(report.exercise)  \(summary(of: report))  \(title)")
    }
    lines.append("")
    let open = reports.first { $0.points < $0.possible }
    if let open, let next = next(after: open) {
      lines += ["  \(next)", "  All of it: grader check \(open.exercise)", ""]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  public static func hint(of check: Check, number: Int) -> String {
    """

      \(check.id): \(check.claim)

      Hint \(number + 1) of \(check.hints.count): \(check.hints[number])


    """
  }

  /// What the machine has, a line each, with the cure for what is missing.
  public static func doctor(_ findings: [Finding]) -> String {
    let width = findings.map(\.topic.count).max() ?? 0
    let lines = findings.map { finding in
      let topic = finding.topic.padding(toLength: width, withPad: " ", startingAt: 0)
      return "  \(mark(finding.state)) \(topic)  \(finding.sentence.withVisibleControls)\n"
    }
    return "\n" + lines.joined() + "\n"
  }

  private static func mark(_ state: Finding.State) -> String {
    switch state {
    case .there: green("✓")
    case .absent: dim("○")
    case .missing: red("✗")
    }
  }

  /// The rows of a bench, as a table.
  public static func bench(_ rows: [BenchRow]) -> String {
    let lines =
      [["", "ms", "limit", "ratio", "the limit"]]
      + rows.map { row in
        [
          "\(row.group)  \(row.name)", milliseconds(row.seconds), milliseconds(row.limitSeconds),
          String(format: "%.2f", row.ratio), row.limit,
        ]
      }
    let widths = (0..<4).map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { cells in
      let name = cells[0].padding(toLength: widths[0], withPad: " ", startingAt: 0)
      let numbers = (1..<4).map { cells[$0].leftPadded(to: widths[$0]) }
      return ([name] + numbers + [cells[4]]).joined(separator: "  ") + "\n"
    }.joined()
  }

  private static func milliseconds(_ seconds: Double) -> String {
    String(format: "%.3f", seconds * 1000)
  }

  /// What to know about entries of a folder of submissions that are none; nil where there are none.
  public static func leftOut(_ others: [String]) -> String? {
    guard !others.isEmpty else { return nil }
    let shown = others.prefix(10).map(\.withVisibleControls)
    let more = others.count > shown.count ? ["\(others.count - shown.count) more"] : []
    return "Only folders are graded. Left out, to be unpacked if they are archives: "
      + "\(Sentences.list(shown + more))."
  }

  /// A line on one report of a batch, while the others are still at work.
  public static func progress(_ report: Report, done: Int, of count: Int) -> String {
    let number = String(done).leftPadded(to: String(count).count)
    let faults = report.checks.filter { $0.verdict == .graderFault }
    let outcome =
      faults.count == report.checks.count ? "not decided" : summary(of: report)
    return "[\(number)/\(count)] \(report.submission.withVisibleControls): \(outcome)"
      + (faults.first.map { ": \($0.message)" } ?? "")
  }

  /// "62 of 100 points: 20 passed, 3 failed, 7 to do (synthetic CIFAR-10)".
  static func summary(of report: Report) -> String {
    let tally = report.tally.map { "\($0.count) \(word($0.verdict))" }.joined(separator: ", ")
    return "\(report.points) of \(report.possible) points: \(tally) (\(report.dataset))"
  }

  private static func details(of check: CheckResult) -> [String] {
    var lines: [String] = []
    switch check.verdict {
    case .passed, .unfinished, .blocked: break
    case .failed, .crashed, .timedOut, .refused, .graderFault:
      lines += check.message.withVisibleControls.split(separator: "\n").map(String.init)
      lines += check.hint.isEmpty ? [] : [dim("Hint: \(check.hint)")]
    }
    if !check.output.isEmpty, check.verdict != .unfinished {
      let printed = check.output.withVisibleControls.split(separator: "\n")
      lines.append(dim("It printed:"))
      lines += printed.prefix(10).map { dim("  \($0)") }
      if printed.count > 10 { lines.append(dim("  … and \(printed.count - 10) lines more")) }
    }
    return lines
  }

  private static func next(after report: Report) -> String? {
    let order: [Verdict] = [.graderFault, .crashed, .timedOut, .refused, .failed, .unfinished]
    for verdict in order {
      guard let check = report.checks.first(where: { $0.verdict == verdict }) else { continue }
      return verdict == .unfinished
        ? "Next: \(check.message) (\(check.id))"
        : "Next: \(check.id). More hints: grader hint \(check.id)"
    }
    return nil
  }

  static func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .passed: "passed"
    case .failed: "failed"
    case .unfinished: "to do"
    case .crashed: "crashed"
    case .timedOut: "timed out"
    case .blocked: "blocked"
    case .refused: "refused"
    case .graderFault: "not decided (a fault of the grader)"
    }
  }

  /// A verdict in one character, so that no one needs to see colours.
  static func sign(_ verdict: Verdict) -> String {
    switch verdict {
    case .passed: "✓"
    case .failed: "✗"
    case .unfinished: "○"
    case .crashed, .timedOut, .refused: "!"
    case .blocked: "-"
    case .graderFault: "?"
    }
  }

  private static func mark(_ verdict: Verdict) -> String {
    switch verdict {
    case .passed: green(sign(verdict))
    case .failed, .crashed, .timedOut, .refused: red(sign(verdict))
    case .unfinished, .blocked: dim(sign(verdict))
    case .graderFault: yellow(sign(verdict))
    }
  }

  private static let isColored =
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

  private static func colored(_ text: String, _ code: Int) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private static func bold(_ text: String) -> String { colored(text, 1) }
  private static func dim(_ text: String) -> String { colored(text, 2) }
  private static func red(_ text: String) -> String { colored(text, 31) }
  private static func green(_ text: String) -> String { colored(text, 32) }
  private static func yellow(_ text: String) -> String { colored(text, 33) }
}

extension String {
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
