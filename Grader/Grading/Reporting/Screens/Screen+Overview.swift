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
    overview(entries, in: course, below: false)
  }

  /// - Parameter below: Whether it stands below what was said of each exercise.
  private static func overview(
    _ entries: [Entry], in course: [Exercise], below: Bool
  ) -> String {
    var lines = [""] + entries.map(line) + total(of: entries)
    lines += ["", "  \(next(after: entries, in: course, below: below))"]
    if let open = entries.first(where: { !$0.hasAllPoints }) {
      lines.append("  All of it: \(Sentences.grader) check \(open.exercise.number)")
    }
    let remembered = entries.compactMap { $0.report?.remembered }.reduce(0, +)
    if remembered > 0 {
      let one = remembered == 1
      lines.append(
        dim(
          "  \(remembered) \(one ? "check has" : "checks have") passed before with the very same files, "
            + "and \(one ? "was" : "were") not asked again; '\(Sentences.grader) check' asks."))
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// The last screen of `swift test`: what was seen of the checks that did not pass, and under it
  /// the exercises of `course` that were asked.
  public static func summary(
    _ entries: [Entry], in course: [Exercise], hintsSeen seen: [String: Set<Int>] = [:]
  ) -> String {
    guard !entries.isEmpty else { return "" }
    var lines: [String] = []
    var hintLines = HintLines(seen: seen)
    var told = 0
    for case .examined(let exercise, let report) in entries {
      let notes = notes(on: report)
      if !notes.isEmpty { lines += [""] + notes }
      // Of a file that does not compile, the note has said it.
      for check in report.checks where check.verdict.isFailure && check.verdict != .doesNotCompile {
        told += 1
        let line = "  \(mark(check.verdict)) \(check.id)  \(check.claim)"
        guard told <= mostTold else {
          lines += told == mostTold + 1 ? ["", line] : [line]
          continue
        }
        let hints = exercise.check(check.id)?.hints ?? []
        lines += ["", line] + details(of: check, hints, &hintLines).map { "      \($0)" }
      }
    }
    return lines.map { "\($0)\n" }.joined() + overview(entries, in: course, below: true)
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
    let bar = isTerminal ? "\(bar(entry.points, of: exercise.possible))  " : ""
    return "  Exercise \(exercise.number)  \(bar)\(state)  \(exercise.title)"
  }

  private static func total(of entries: [Entry]) -> [String] {
    guard entries.count > 1 else { return [] }
    let (points, possible) = entries.reduce((0, 0)) {
      ($0.0 + $1.points, $0.1 + $1.exercise.possible)
    }
    let bar = isTerminal ? "\(bar(points, of: possible))  " : ""
    return ["", "  In all       \(bar)\(points) of \(possible) points"]
  }

  /// A bar of twenty places. It is full only where all points are there, and empty only where none is.
  static func bar(_ points: Int, of possible: Int) -> String {
    let width = 20
    var filled = possible > 0 ? min(width, points * width / possible) : 0
    if points > 0, filled == 0 { filled = 1 }
    return green(String(repeating: "█", count: filled))
      + dim(String(repeating: "░", count: width - filled))
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

  /// A bonus beyond all points included.
  var points: Int { report?.points ?? 0 }

  var hasAllPoints: Bool {
    report.map { $0.hasAllPoints && $0.possible == exercise.possible } ?? false
  }
}
