/// What one check has come to in a class.
struct CheckTally {
  let check: Check

  /// How many ended in each way, in the order of the verdicts; none that did not occur.
  let verdicts: [(verdict: Verdict, count: Int)]

  /// The known mistakes that were named, the most frequent first.
  let mistakes: [(explanation: String, count: Int)]

  /// What the check takes, of those for whom it was made; none where it was made for nobody.
  let medianSeconds: Double?

  init(_ check: Check, _ results: [CheckResult]) {
    self.check = check
    verdicts = Verdict.allCases.compactMap { verdict in
      let count = results.count { $0.verdict == verdict }
      return count > 0 ? (verdict, count) : nil
    }
    let explanations = results.compactMap(\.namedMistake)
    mistakes = Dictionary(grouping: explanations) { $0 }
      .map { (explanation: $0.key, count: $0.value.count) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.explanation < $1.explanation }
    let made = results.filter { $0.verdict != .blocked && $0.verdict != .graderFault }
    medianSeconds = PointDistribution.quantile(0.5, of: made.map(\.seconds).sorted())
  }

  /// Those that say something of the submission, and not of the grader.
  var decided: Int {
    verdicts.map { $0.verdict == .graderFault ? 0 : $0.count }.reduce(0, +)
  }

  var passed: Int {
    verdicts.first { $0.verdict == .passed }?.count ?? 0
  }

  /// "99 %", rounded so that only none is 0 % and only all is 100 %.
  var share: String {
    guard decided > 0 else { return "–" }
    let percent = 100 * passed / decided
    return percent == 0 && passed > 0 ? "under 1 %" : "\(percent) %"
  }
}

extension CheckResult {
  /// The known mistake that the last line of the message names. What a student's program says
  /// when it stops names none.
  var namedMistake: String? {
    guard verdict == .failed,
      let line = message.split(separator: "\n").last, line.hasPrefix(Sentences.namesMistake)
    else { return nil }
    let explanation = line.dropFirst(Sentences.namesMistake.count)
    return String(explanation.hasSuffix(".") ? explanation.dropLast() : explanation)
  }

  /// The middle of the id: "relu" of "05.relu.gradient".
  var subject: String {
    let parts = id.split(separator: ".")
    return parts.count > 1 ? String(parts[1]) : id
  }
}

extension CheckResult {
  /// The end of the id: "gradient" of "05.relu.gradient".
  var aspect: String { id.split(separator: ".").dropFirst(2).joined(separator: ".") }
}

extension Array where Element == CheckResult {
  /// The results by the middle of their ids, in the order in which those first occur.
  var bySubject: [(subject: String, results: [CheckResult])] {
    var subjects: [String] = []
    for result in self where !subjects.contains(result.subject) { subjects.append(result.subject) }
    return subjects.map { subject in (subject, filter { $0.subject == subject }) }
  }
}
