import Foundation

extension Screen {
  public static func beginWatch(_ exercise: Exercise) -> String {
    "\n  Watching Exercises/\(exercise.folder): save a file and it is checked again. Ctrl-C ends.\n"
  }

  /// What a watch has to tell of `exercise`, one of `course`.
  public static func news(
    _ news: Watch.News, of exercise: Exercise, in course: [Exercise],
    hintsSeen seen: [String: Set<Int>] = [:]
  ) -> String {
    switch news {
    case .saved(let files): "\n\(bold(names(files, to: 3)))\n"
    case .built(let report):
      notes(on: report).map { "\($0)\n" }.joined()
    case .decided(let result, let isAboutSaved):
      line(result, exercise, isWhole: isAboutSaved, HintLines(seen: seen))
    case .slow(let checks):
      dim("  … \(names(checks.map(\.id), to: 3)): this takes longer; saving ends it") + "\n"
    case .overtaken: dim("  … saved again before all was asked") + "\n"
    case .round(let report, before: nil):
      Screen.report(report, of: exercise, in: course, hintsSeen: seen)
    case .round(let report, let before?): change(from: before, to: report, exercise, course)
    case .undecided(let error): "  \(yellow("?")) \(Sentences.error(error).withVisibleControls)\n"
    }
  }

  /// A check in a line. Why it failed is said where `isWhole`: of what only rests on a saved file, that
  /// file is the reason to look at.
  private static func line(
    _ result: CheckResult, _ exercise: Exercise, isWhole: Bool, _ hintLines: HintLines
  ) -> String {
    var hintLines = hintLines
    let hints = exercise.check(result.id)?.hints ?? []
    let why = isWhole ? details(of: result, hints, &hintLines) : []
    return ([headline(of: result)] + why.map { "      \($0)" }).map { "\($0)\n" }.joined()
  }

  /// In one line what got better and what got worse, and what is next.
  private static func change(
    from before: Report, to now: Report, _ exercise: Exercise, _ course: [Exercise]
  ) -> String {
    let former = Dictionary(uniqueKeysWithValues: before.checks.map { ($0.id, $0.points) })
    func ids(_ isSo: (Int, Int) -> Bool) -> [String] {
      now.checks.filter { isSo($0.points, former[$0.id] ?? 0) }.map(\.id)
    }
    let (better, worse) = (ids(>), ids(<))
    var words: [String] = []
    if !better.isEmpty { words.append(green("Better: \(names(better, to: 5)).")) }
    if !worse.isEmpty { words.append(red("Worse: \(names(worse, to: 5)).")) }
    if words.isEmpty { words.append("Nothing better or worse.") }
    return
      [
        "  \(words.joined(separator: " ")) \(now.points) of \(now.possible) points.",
        "  \(next(after: [.examined(exercise, now)], in: course, below: true))",
      ].map { "\($0)\n" }.joined()
  }
}
