extension Screen {
  /// Which attempt is looked at, where it is not the one that counts.
  public static func attempt(
    _ attempt: (number: Int, count: Int)?, in results: String?
  ) -> String? {
    attempt.map { attempt in
      "Attempt \(attempt.number) of \(attempt.count), which is not the one that counts."
        + (results.map { " The report in \($0) is of that one." } ?? "")
    }
  }

  /// A report beside the one that a batch has made of the same submission.
  public static func comparison(of new: Report, with old: Report, in results: String) -> String {
    var lines: [String] = []
    if new.sourceDigest != old.sourceDigest {
      lines.append("The files are not those that were graded then.")
    }
    if new.graderDigest != old.graderDigest || new.graderVersion != old.graderVersion {
      lines.append("The grader is not the one that graded then.")
    }
    for check in new.checks {
      guard let former = old.checks.first(where: { $0.id == check.id }) else {
        lines.append("\(check.id): was not asked; now \(state(check))")
        continue
      }
      guard former.verdict != check.verdict || former.points != check.points else { continue }
      lines.append("\(check.id): was \(state(former)); now \(state(check))")
    }
    let count =
      new.checks.count == 1 ? "The one verdict is" : "All \(new.checks.count) verdicts are"
    if lines.isEmpty { return "\(count) as in \(results)." }
    let isChanged = lines.contains { $0.contains(": was ") }
    return
      (["Beside the report in \(results):"] + lines.map { "  \($0)" }
      + (isChanged ? [] : ["  \(count) the same."])).joined(separator: "\n")
  }

  private static func state(_ check: CheckResult) -> String {
    "\(word(check.verdict)), \(check.points)/\(check.possible)"
  }
}
