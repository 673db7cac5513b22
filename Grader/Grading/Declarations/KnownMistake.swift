/// A wrong implementation that students are known to write.
///
/// `Solutions/<exercise>/mistakes.txt` says how the solution has to be changed to make it. Built like
/// any subject, it predicts the answers that betray it; and it proves the checks, which have to
/// reject it and to name it.
public struct KnownMistake: Codable, Hashable, Sendable {
  /// "affine.averaged".
  public let id: String

  /// The ids of the checks that tell it.
  public let checks: [String]

  /// What the student is told, as a sentence without its full stop.
  public let explanation: String

  /// Which hint of a check fits it, by the check's id, from 1; 0 where none does. Where nothing is said,
  /// it is the first.
  public var hints: [String: Int] = [:]

  /// Whether what it answers is what rounding has left, or what a training that leaps has made of that:
  /// another kind of machine, whose vectors are of another width, leaves it otherwise. Such a mistake is
  /// foretold where it is built and asked, and is in no answer key.
  public var isRounding = false

  /// The hint of `check` to begin with; nil where none fits.
  func hint(of check: Check) -> String? {
    let number = hints[check.id, default: 1]
    return check.hints.indices.contains(number - 1) ? check.hints[number - 1] : nil
  }
}

extension KnownMistake {
  private enum CodingKeys: CodingKey { case id, checks, explanation, hints }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(String.self, forKey: .id)
    checks = try values.decode([String].self, forKey: .checks)
    explanation = try values.decode(String.self, forKey: .explanation)
    hints = try values.decodeIfPresent([String: Int].self, forKey: .hints) ?? [:]
  }
}
