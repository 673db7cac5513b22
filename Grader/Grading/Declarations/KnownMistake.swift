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
}
