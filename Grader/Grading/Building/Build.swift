/// A program that answers for one implementation of an exercise.
public struct Build: Codable, Sendable {
  public var executable: String

  /// The stubs that stand in for files which do not compile, by the files' names.
  public var standIns: [StandIn]

  /// The files that are not there because others declare what they would, and those others.
  public var leftOut: [String: [String]]
  public var seconds: Double

  public var replaced: [String] { standIns.map(\.file) }

  /// The errors in the room, each once.
  public var diagnostics: [Diagnostic] {
    standIns.flatMap(\.diagnostics).reduce(into: []) { all, diagnostic in
      if !all.contains(diagnostic) { all.append(diagnostic) }
    }
  }

  /// Returns the stub that stands in for the file in which `part` of the exercise would be.
  func standIn(for part: String) -> StandIn? {
    standIns.first { $0.parts.contains(part) }
  }
}
