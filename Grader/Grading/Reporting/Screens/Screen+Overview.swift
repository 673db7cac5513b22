extension Screen {
  /// What is known of an exercise.
  public enum Entry: Sendable {
    case examined(Exercise, Report)
    /// Nothing of it has been written, so nothing was built.
    case untouched(Exercise)
    /// Nothing could be asked, and why: a sentence.
    case undecided(Exercise, String)
  }

  /// Exercises of `course`, a line each, and what comes next.
  public static func overview(_ entries: [Entry], in course: [Exercise]) -> String {
    var lines = [""] + entries.map(line) + ["", "  \(next(after: entries, in: course))"]
    if let open = entries.first(where: { !$0.hasAllPoints }) {
      lines.append("  All of it: swift run grader check \(open.exercise.number)")
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// The last screen of `swift test`: what was seen of the checks that did not pass, and under it
  /// the exercises of `course` that were asked.
  public static func summary(_ entries: [Entry], in course: [Exercise]) -> String {
    guard !entries.isEmpty else { return "" }
    var lines: [String] = []
    var hintsShown: Set<String> = []
    var told = 0
    for case .examined(let exercise, let report) in entries {
      if !report.notes.isEmpty {
        lines += [""] + report.notes.map { "  \(yellow("!")) \($0)" }
      }
      // Of a file that does not compile, the note has said it.
      for check in report.checks where check.verdict.isFailure && check.verdict != .doesNotCompile {
        told += 1
        let line = "  \(mark(check.verdict)) \(check.id)  \(check.claim)"
        guard told <= mostTold else {
          lines += told == mostTold + 1 ? ["", line] : [line]
          continue
        }
        let hints = exercise.check(check.id)?.hints ?? []
        lines += ["", line] + details(of: check, hints, &hintsShown).map { "      \($0)" }
      }
    }
    return lines.map { "\($0)\n" }.joined() + overview(entries, in: course)
  }

  /// Most often one fault stops them all, and the first ones tell it.
  private static let mostTold = 3

  private static func line(_ entry: Entry) -> String {
    let exercise = entry.exercise
    let state =
      switch entry {
      case .examined(_, let report): summary(of: report)
      case .untouched: "0 of \(exercise.possible) points: all \(exercise.checks.count) to do"
      case .undecided: "not decided"
      }
    return "  Exercise \(exercise.number)  \(state)  \(exercise.title)"
  }
}

extension Screen.Entry {
  public var exercise: Exercise {
    switch self {
    case .examined(let exercise, _), .untouched(let exercise), .undecided(let exercise, _):
      exercise
    }
  }

  public var report: Report? {
    if case .examined(_, let report) = self { report } else { nil }
  }

  var hasAllPoints: Bool {
    report.map { $0.hasAllPoints && $0.possible == exercise.possible } ?? false
  }
}
