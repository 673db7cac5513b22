/// What became of the known mistakes of an exercise, built as subjects: each check that is to tell one
/// should reject it and name it, whatever the seed.
public struct MistakeProof: Sendable {
  public struct Outcome: Sendable {
    public var mistake: String
    public var check: String

    /// Where it did not come out as it should.
    public var faults: [Fault] = []

    public var isRejected: Bool { !faults.contains { $0.verdict != .failed } }
    public var isNamed: Bool { faults.isEmpty }
  }

  public struct Fault: Sendable {
    public var seed: UInt64
    public var verdict: Verdict
    public var message: String
  }

  public var exercise: String
  public var seed: UInt64
  public var seeds: Int

  /// How many checks the exercise has.
  public var checks: Int

  /// One for each check that is to tell a mistake.
  public var outcomes: [Outcome]
  public var seconds: Double

  /// How many mistakes there are, and how many of them all their checks reject, and name.
  var count: Int { Set(outcomes.map(\.mistake)).count }
  var rejected: Int { count - Set(outcomes.filter { !$0.isRejected }.map(\.mistake)).count }
  var named: Int { count - Set(outcomes.filter { !$0.isNamed }.map(\.mistake)).count }
}
