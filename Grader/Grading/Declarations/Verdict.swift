/// How a check ended. There is no default.
public enum Verdict: String, Codable, Sendable, CaseIterable {
  case passed
  case failed
  /// The stub has not been written.
  case unfinished
  case crashed
  case timedOut
  /// A check that it builds on has not passed.
  case blocked
  /// A limit of size, memory or output was overstepped.
  case refused
  /// Our own fault. It is never a zero, and the run ends with the status of a grader failure.
  case graderFault
}

/// What one check has come to for one subject.
public struct CheckResult: Codable, Sendable {
  public var id: String
  public var claim: String
  public var visibility: Check.Visibility
  public var verdict: Verdict
  public var points: Int
  public var possible: Int

  /// What was seen, in sentences; empty for a check that has passed.
  public var message: String

  /// A question that fits what happened, else the check's first hint; empty for a check that has
  /// passed or was not decided.
  public var hint: String
  public var seconds: Double

  /// What the student's code printed, shortened.
  public var output: String

  public init(
    _ check: Check, _ verdict: Verdict, message: String = "", hint: String? = nil,
    seconds: Double = 0,
    output: String = ""
  ) {
    id = check.id
    claim = check.claim
    visibility = check.visibility
    self.verdict = verdict
    points = verdict == .passed ? check.points : 0
    possible = check.points
    self.message = message
    self.hint =
      [.passed, .graderFault].contains(verdict) ? "" : hint ?? check.hints.first ?? ""
    self.seconds = seconds
    self.output = output
  }
}
