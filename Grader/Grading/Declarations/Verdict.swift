/// How a check ended. There is no default.
public enum Verdict: String, Codable, Sendable, CaseIterable {
  case passed
  case failed
  /// The stub has not been written.
  case unfinished
  /// The file in which it would be does not compile, and its stub stands in.
  case doesNotCompile
  case crashed
  case timedOut
  /// A check that it builds on has not passed.
  case blocked
  /// The file in which it would be was handed in and could not be read, or lies in an archive that
  /// could not be.
  case notRead
  /// A limit of size, memory or output was overstepped, or the trained network cannot be read.
  case refused
  /// Our own fault. It is never a zero, and the run ends with the status of a grader failure.
  case graderFault

  /// Whether something was asked and went wrong.
  public var isFailure: Bool {
    switch self {
    case .passed, .unfinished, .blocked: false
    case .failed, .doesNotCompile, .crashed, .timedOut, .notRead, .refused, .graderFault: true
    }
  }
}

/// What one check has come to for one subject.
public struct CheckResult: Codable, Sendable {
  public var id: String
  public var claim: String
  public var visibility: Check.Visibility
  public var verdict: Verdict

  /// More than `possible` where it has earned a bonus.
  public var points: Int
  public var possible: Int

  /// What was seen, in sentences; empty for a check that has passed and of which
  /// nothing is to be told: not what a training has come to, and no bonus.
  public var message: String

  /// A question that fits what happened, else the check's first hint; empty for a check that has
  /// passed, was not decided, or whose file does not compile or was not read.
  public var hint: String

  /// The id of the known mistake that it was named after, if it was.
  public var mistake: String?
  public var seconds: Double

  /// The data set that it was decided on; nil where it asked for none.
  public var dataset: String?

  /// What the student's code printed, shortened.
  public var output: String

  /// Where it has passed with files of ours alone: which they were, and how it had ended without.
  public var ours: WithOurs?

  /// The smallest call that came back wrong. It is for whoever asks at once: no report holds it.
  public var example: Example? = nil

  /// The call at which the student's code stopped, where that was looked for. No report holds it.
  public var stopped: StoppedCall? = nil

  /// How much of its tolerance the answer took that was furthest off, where that was measured. No report
  /// holds it.
  var toleranceUsed: Double? = nil

  /// The part that it came to, and that is still to be written. No report holds it.
  public var part: String? = nil

  /// What of the work was refused before it was tried. No report holds it.
  public var refusal: RefusedWork? = nil

  private enum CodingKeys: CodingKey {
    case id, claim, visibility, verdict, points, possible, message, hint, mistake, seconds, dataset
    case output, ours
  }

  public struct WithOurs: Codable, Sendable, Equatable {
    public var files: [String]
    public var verdict: Verdict
    public var message: String
  }

  public init(
    _ check: Check, _ verdict: Verdict, bonus: Int = 0, message: String = "", hint: String? = nil,
    mistake: String? = nil, seconds: Double = 0, dataset: String? = nil, output: String = ""
  ) {
    id = check.id
    claim = check.claim
    visibility = check.visibility
    self.verdict = verdict
    points = verdict == .passed ? check.points + bonus : 0
    possible = check.points
    self.message = message
    self.hint =
      [.passed, .graderFault, .doesNotCompile, .notRead].contains(verdict)
      ? "" : hint ?? check.hints.first ?? ""
    self.mistake = mistake
    self.seconds = seconds
    self.dataset = dataset
    self.output = output
  }

  /// What `check` has come to with `files` of ours in the place of the student's, where it had come to
  /// `old` without. Nothing that was said or printed beside our code is in it.
  init(_ check: Check, with files: [String], instead old: CheckResult, seconds: Double) {
    self.init(
      check, .passed, message: Sentences.passed(with: files, instead: old.verdict),
      seconds: old.seconds + seconds, dataset: old.dataset, output: old.output)
    ours = WithOurs(files: files, verdict: old.verdict, message: old.message)
  }
}
