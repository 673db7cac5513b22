/// One line of `grader bench`: how long something takes, and how long it could take at best.
public struct BenchRow: Codable, Sendable {
  public var group: String
  public var name: String
  public var seconds: Double
  public var limitSeconds: Double

  /// The limit by ours: 1 is the limit.
  public var ratio: Double

  /// Which limit, in words.
  public var limit: String

  init(_ group: String, _ name: String, _ times: Rounds.Medians, limit: String) {
    self.group = group
    self.name = name
    seconds = times.ours
    limitSeconds = times.limit
    ratio = times.limit / times.ours
    self.limit = limit
  }
}
