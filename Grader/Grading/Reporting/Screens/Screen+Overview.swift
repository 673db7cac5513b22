extension Screen {
  /// What is known of an exercise.
  public enum Entry: Sendable {
    case examined(Exercise, Report)
    /// Nothing of it has been written, so nothing was built.
    case untouched(Exercise)
    /// Nothing could be asked, and why: a sentence.
    case undecided(Exercise, String)
  }

  /// All exercises, a line each, and what comes next.
  public static func overview(_ entries: [Entry]) -> String {
    var lines = [""] + entries.map(line) + [""]
    let open = entries.lazy.compactMap { entry in next(after: entry).map { (entry, $0) } }.first
    if let (entry, next) = open {
      lines += ["  \(next)", "  All of it: grader check \(entry.exercise.number)", ""]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The last screen of `swift test`: what was seen of the checks that did not pass, and under it all
  /// exercises that were asked.
  public static func summary(_ entries: [Entry]) -> String {
    guard !entries.isEmpty else { return "" }
    let failures = entries.flatMap { entry in
      entry.report?.checks.filter { $0.verdict.isFailure } ?? []
    }
    let shown = failures.prefix(3).flatMap { check in
      ["  \(mark(check.verdict)) \(check.id)  \(check.claim)"]
        + details(of: check).map { "      \($0)" } + [""]
    }
    let more = failures.dropFirst(3).map { "  \(mark($0.verdict)) \($0.id)  \($0.claim)" }
    let notes = entries.flatMap { entry in
      (entry.report?.notes ?? []).map { "  \(yellow("!")) \($0)" }
    }
    return ([""] + notes + shown + more).joined(separator: "\n") + overview(entries)
  }

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

  private static func next(after entry: Entry) -> String? {
    switch entry {
    case .examined(_, let report): report.points < report.possible ? next(after: report) : nil
    case .undecided(_, let reason): reason
    case .untouched(let exercise):
      "Next: the first part of \(exercise.files[0]), as Exercises/\(exercise.folder)/README.md says."
    }
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
}
