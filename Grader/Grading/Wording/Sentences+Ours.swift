extension Sentences {
  /// What is to be said of a check that has passed with `files` of ours alone.
  static func passed(with files: [String], instead verdict: Verdict) -> String {
    "Passed with our \(list(files)) in the place of yours. With yours: \(Screen.word(verdict))."
  }

  /// What is to be said of those of `checks` that have passed with files of ours: a sentence, or none.
  static func passedWithOurs(_ checks: [CheckResult]) -> [String] {
    let passed = checks.filter { $0.ours != nil }
    guard !passed.isEmpty else { return [] }
    var files: [String] = []
    for file in passed.flatMap({ $0.ours?.files ?? [] }) where !files.contains(file) {
      files.append(file)
    }
    let points = passed.map(\.points).reduce(0, +)
    return [
      "Of the points, \(points) are for \(passed.count == 1 ? "a check" : "\(passed.count) checks") "
        + "that passed with our \(list(files)) in the place of yours: what is wrong there costs "
        + "nothing but its own checks."
    ]
  }

  /// What is to be said where files do not compile with ours in the place of others.
  static func doNotFit(_ files: [String], _ ours: [String]) -> String {
    "\(list(files)) cannot be compiled with our \(list(ours)) in the place of yours, so nothing could "
      + "be given for it that way."
  }
}
