/// One claim about an exercise, and how it is decided.
public struct Check: Sendable {
  public enum Visibility: String, Codable, Sendable { case `public`, hidden }

  /// Exercise, subject, matter: "05.relu.gradient".
  public let id: String

  /// What is so when the check passes, as a sentence without its full stop.
  public let claim: String
  public let points: Int

  /// How many points it may give besides, for more than it claims. They are not among those of the
  /// exercise.
  public let bonus: Int
  public let visibility: Visibility

  /// The ids of the checks without which this one says nothing: it is blocked until they pass.
  public let buildsOn: [String]

  /// The ids of the checks on the parts of which this one's is made. They never block it, since it
  /// may come out right without all that they claim; where both are wrong, they are the ones to look
  /// at first.
  public let uses: [String]

  /// The mildest first; each is a question rather than an answer.
  public let hints: [String]

  public let limits: Limits

  /// The file of the exercise that it is about; empty where it is about how they work together.
  public fileprivate(set) var file = ""

  /// Asks the subject, and returns when it has asked all. Where nothing that came back is wrong, the
  /// claim holds.
  public let examine: @Sendable (Examination) throws -> Void

  /// Asks the reference, as its own subject, whether what is expected of others is right.
  public let proof: @Sendable (Examination) throws -> Void

  public init(
    _ id: String, claim: String, points: Int, bonus: Int = 0, visibility: Visibility = .public,
    buildsOn: [String] = [], uses: [String] = [], hints: [String],
    limits: Limits = .check, examine: @escaping @Sendable (Examination) throws -> Void,
    proof: @escaping @Sendable (Examination) throws -> Void = { _ in }
  ) {
    self.id = id
    self.claim = claim
    self.points = points
    self.bonus = bonus
    self.visibility = visibility
    self.buildsOn = buildsOn
    self.uses = uses
    self.hints = hints
    self.limits = limits
    self.examine = examine
    self.proof = proof
  }
}

extension [Check] {
  /// The same checks, as those that are about `file`.
  func about(_ file: String) -> [Check] {
    map { check in
      var check = check
      check.file = file
      return check
    }
  }
}
