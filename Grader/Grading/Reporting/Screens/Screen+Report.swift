import Foundation

extension Screen {
  /// All checks of one exercise, a line each, with what to do about those that did not pass, and
  /// what comes next in `course`.
  ///
  /// - Parameter seen: The hints that have been shown before, by the checks' ids.
  public static func report(
    _ report: Report, of exercise: Exercise, in course: [Exercise],
    hintsSeen seen: [String: Set<Int>] = [:]
  ) -> String {
    let width = report.checks.map(\.id.count).max() ?? 0
    var lines = ["", bold("Exercise \(report.exercise): \(exercise.title)"), ""]
    let notes = notes(on: report)
    lines += notes
    if !notes.isEmpty { lines.append("") }
    var hintLines = HintLines(seen: seen)
    for check in report.checks {
      lines.append(headline(of: check, width: width))
      let hints = exercise.check(check.id)?.hints ?? []
      lines += details(of: check, hints, &hintLines).map { "      \($0)" }
    }
    lines += [
      "", "  \(summary(of: report))", "",
      "  \(next(after: [.examined(exercise, report)], in: course, below: true))", "",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A check in a line, its name in a column of `width`.
  static func headline(of check: CheckResult, width: Int = 0) -> String {
    let id = check.id.padding(
      toLength: max(width, check.id.count), withPad: " ", startingAt: 0)
    return "  \(mark(check.verdict)) \(id)  \(check.points)/\(check.possible)  \(check.claim)"
  }

  /// What is to be said of the files themselves, and what the compiler says of them.
  static func notes(on report: Report) -> [String] {
    let ofStubs = report.build.reasons.map(Sentences.replaced)
    return report.notes.filter { !ofStubs.contains($0) }.map { "  \(yellow("!")) \($0)" }
      + notCompiled(in: report)
  }

  static func details(
    of check: CheckResult, _ hints: [String], _ hintLines: inout HintLines
  ) -> [String] {
    var lines: [String] = []
    switch check.verdict {
    // Why a file does not compile or was not read stands above all checks.
    case .unfinished, .blocked, .doesNotCompile, .notRead: break
    case .passed where check.message.isEmpty: break
    case .passed, .failed, .crashed, .timedOut, .refused, .graderFault:
      lines += check.message.withVisibleControls.split(separator: "\n").map(String.init)
      if let line = hintLines.line(under: check, hints) { lines.append(dim(line)) }
    }
    if !check.output.isEmpty, check.verdict != .unfinished {
      let printed = check.output.withVisibleControls.split(separator: "\n")
      lines.append(dim("It printed:"))
      lines += printed.prefix(10).map { dim("  \($0)") }
      if printed.count > 10 {
        let isWhole = !CapturedOutput.isShortened(check.output)
        let rest = isWhole ? "\(printed.count - 10) lines more" : "much more"
        lines.append(dim("  … and \(rest)"))
      }
    }
    return lines
  }
}
