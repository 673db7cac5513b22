import Foundation

extension Screen {
  /// All checks of one exercise, a line each, with what to do about those that did not pass, and
  /// what comes next in `course`.
  public static func report(
    _ report: Report, of exercise: Exercise, in course: [Exercise]
  ) -> String {
    let width = report.checks.map(\.id.count).max() ?? 0
    var lines = ["", bold("Exercise \(report.exercise): \(exercise.title)"), ""]
    lines += notes(on: report)
    if !report.notes.isEmpty { lines.append("") }
    var hintsShown: Set<String> = []
    for check in report.checks {
      lines.append(headline(of: check, width: width))
      let hints = exercise.check(check.id)?.hints ?? []
      lines += details(of: check, hints, &hintsShown).map { "      \($0)" }
    }
    lines += [
      "", "  \(summary(of: report))", "",
      "  \(next(after: [.examined(exercise, report)], in: course))", "",
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
    report.notes.map { "  \(yellow("!")) \($0)" }
      + report.build.diagnostics.map { "    \($0.file):\($0.line): \($0.message)" }
  }

  /// Where one fault stops ten checks, the hint is read once: it is not repeated.
  static func details(
    of check: CheckResult, _ hints: [String], _ hintsShown: inout Set<String>
  ) -> [String] {
    var lines: [String] = []
    switch check.verdict {
    // Why a file does not compile or was not read stands above all checks.
    case .unfinished, .blocked, .doesNotCompile, .notRead: break
    case .passed where check.message.isEmpty: break
    case .passed, .failed, .crashed, .timedOut, .refused, .graderFault:
      lines += check.message.withVisibleControls.split(separator: "\n").map(String.init)
      if !check.hint.isEmpty {
        let hint = hintsShown.insert(check.hint).inserted ? check.hint : "as above."
        lines.append(dim("Hint: \(hint)\(more(than: check, hints))"))
      }
    }
    if !check.output.isEmpty, check.verdict != .unfinished {
      let printed = check.output.withVisibleControls.split(separator: "\n")
      lines.append(dim("It printed:"))
      lines += printed.prefix(10).map { dim("  \($0)") }
      if printed.count > 10 { lines.append(dim("  … and \(printed.count - 10) lines more")) }
    }
    return lines
  }

  /// How many hints of its own a check has besides the one that stands there.
  private static func more(than check: CheckResult, _ hints: [String]) -> String {
    let more = hints.count { $0 != check.hint }
    return more == 0 ? "" : " (\(more) more: \(command(forHintsOf: check.id)))"
  }
}
