/// One thing that Gradus needs, or could use, on this machine.
public struct Finding: Codable, Sendable {
  public enum State: String, Codable, Sendable {
    case there
    /// Things work without it, but it is good to know.
    case absent
    case missing
  }

  public var topic: String
  public var state: State

  /// What is there, or what is missing and what cures it.
  public var sentence: String
}
