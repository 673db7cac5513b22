import Foundation

/// What became of one submission: `reports/<submission>.json`, and what pages and tables are
/// made of.
public struct Report: Codable, Sendable {
  public var submission: String
  public var exercise: String
  public var points: Int
  public var possible: Int

  /// What decided the samples. With it, the same submission gets the same verdicts again.
  public var seed: UInt64

  /// The set that accuracies were measured on; nil where none was.
  public var dataset: String?

  /// The SHA-256 of what was handed in.
  public var sourceDigest: String
  public var graderVersion: String

  /// The SHA-256 of all that decides a verdict besides: programs, what is right, what is given. In
  /// reports of a batch only.
  public var graderDigest: String?

  /// How the subject was kept from the rest of the machine: "bwrap" or "none".
  public var sandbox: String
  public var build: BuildSummary

  /// What is to be said of the files themselves: one is missing, one is a link.
  public var notes: [String]

  /// The archives among what was handed in that could not be read; nil where there were none.
  public var unread: [String]?

  /// The files of the exercise that were handed in and not read, as one that is too large; nil where
  /// there were none.
  public var notRead: [String]?
  public var checks: [CheckResult]

  /// How many of the checks were not asked, since they had passed before with the very same files. Nil
  /// wherever all are asked, as in a batch.
  public var remembered: Int?

  /// What the course's policy makes of the points; nil where there is none, or they are not decided.
  public var grade: Grade?

  public struct BuildSummary: Codable, Sendable {
    /// Whether all that was handed in compiles.
    public var succeeded: Bool

    /// The files for which the stub stands in, because they do not compile.
    public var replaced: [String]

    /// Why, in a sentence each.
    public var reasons: [String]
    public var diagnostics: [Diagnostic]
    public var seconds: Double

    init(_ build: Build?) {
      succeeded = build?.replaced.isEmpty ?? false
      replaced = build?.replaced ?? []
      reasons = (build?.standIns ?? []).map(Sentences.reason)
      diagnostics = build?.diagnostics ?? []
      seconds = build?.seconds ?? 0
    }
  }

  /// A report on what `build` has answered; without a build, on what there was instead of one.
  public init(
    _ submission: String, of exercise: Exercise, seed: UInt64,
    sourceDigest: String = "", graderDigest: String? = nil, sandbox: String = "none",
    build: Build? = nil,
    notes: [String] = [], checks: [CheckResult]
  ) {
    self.submission = submission
    self.exercise = exercise.number
    points = checks.map(\.points).reduce(0, +)
    possible = checks.map(\.possible).reduce(0, +)
    self.seed = seed
    dataset = checks.lazy.compactMap(\.dataset).first
    self.sourceDigest = sourceDigest
    graderVersion = Self.graderVersion
    self.graderDigest = graderDigest
    self.sandbox = sandbox
    self.build = BuildSummary(build)
    let leftOut = (build?.leftOut ?? [:]).sorted { $0.key < $1.key }
    let missing = leftOut.map { Sentences.refusal(.missing, of: $0.key) }
    self.notes =
      notes.filter { !missing.contains($0) } + leftOut.map(Sentences.leftOut)
      + self.build.reasons.map(Sentences.replaced) + Sentences.passedWithOurs(checks)
    self.checks = checks
  }

  static func name(of sandbox: Sandbox?) -> String { sandbox == nil ? "none" : "bwrap" }

  /// The grader's own version, as it stands in reports.
  public static let graderVersion = "0.1.0"

  /// Whether a fault of ours is among the verdicts: then the points say nothing.
  public var hasGraderFault: Bool { checks.contains { $0.verdict == .graderFault } }

  /// Whether it is known what it is worth. What lies in an archive that cannot be read may be right: that
  /// is no zero either.
  public var hasPoints: Bool { !hasGraderFault && !isUnread }

  /// Whether points may be missing because an archive could not be read.
  var isUnread: Bool { unread != nil && !hasAllPoints }

  /// Whether the points are those of the verdicts: a file that was edited by hand may say otherwise.
  func addsUp(to checks: [Check]) -> Bool {
    self.checks.elementsEqual(checks) { result, check in
      let bonus = result.ours == nil ? check.bonus : 0
      return result.id == check.id && result.possible == check.points
        && (result.verdict == .passed
          ? check.points...check.points + bonus : 0...0).contains(result.points)
        && !(result.ours?.files.contains(check.file) ?? false)
    } && points == self.checks.map(\.points).reduce(0, +)
      && possible == checks.map(\.points).reduce(0, +)
  }

  /// The points of the checks that have passed with files of ours.
  var pointsWithOurs: Int { checks.map { $0.ours == nil ? 0 : $0.points }.reduce(0, +) }

  /// Whether every check in it gave its points; a bonus makes up for none.
  public var hasAllPoints: Bool { checks.allSatisfy { $0.points >= $0.possible } }

  /// How many checks ended in each way, in the order of the verdicts; none that did not occur.
  public var tally: [(verdict: Verdict, count: Int)] {
    Verdict.allCases.compactMap { verdict in
      let count = checks.count { $0.verdict == verdict }
      return count > 0 ? (verdict, count) : nil
    }
  }

  /// The report as its file holds it.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}
