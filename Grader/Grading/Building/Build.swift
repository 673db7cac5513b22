/// A program that answers for one implementation of an exercise.
public struct Build: Codable, Sendable {
  public var executable: String

  /// The stubs that stand in for files which do not compile, by the files' names.
  public var standIns: [StandIn]

  /// The files that are not there because others declare what they would, and those others.
  public var leftOut: [String: [String]]
  public var seconds: Double

  /// The stubs that stand in for files of the student's own earlier exercises. They are no part of what
  /// was built here, so no record keeps them.
  var earlierStandIns: [StandIn] = []

  private enum CodingKeys: CodingKey {
    case executable, standIns, leftOut, seconds
  }

  public var replaced: [String] { standIns.map(\.file) }

  /// The errors in the room, then those in earlier ones, each once.
  public var diagnostics: [Diagnostic] {
    (standIns + earlierStandIns).flatMap(\.diagnostics).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  /// Returns the stub that stands in for the file in which `part` would be, of an earlier exercise as well.
  func standIn(for part: String) -> StandIn? {
    (standIns + earlierStandIns).first { $0.parts.contains(part) }
  }
}
