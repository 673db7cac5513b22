/// One step of the course: a room of source files, and the checks that are made of it.
public struct Exercise: Sendable {
  /// Two digits: "05".
  public let number: String
  public let title: String

  /// The room's folder, the same under `Exercises` and `Solutions`: "05-NeuralNetworks".
  public let folder: String

  /// The files that a student completes and hands in. Nothing else of a submission is read.
  public let files: [String]

  /// The files of the room that are given: always ours, whatever a submission brings.
  public let given: [String]

  /// In the order in which they are reported. A check stands behind those it builds on.
  public let checks: [Check]

  public init(
    number: String, title: String, folder: String, files: [String], given: [String],
    checks: [Check]
  ) {
    self.number = number
    self.title = title
    self.folder = folder
    self.files = files
    self.given = given
    self.checks = checks
  }

  /// The module that the room is compiled to.
  public var module: String { "Exercise\(number)" }

  public var possible: Int { checks.map(\.points).reduce(0, +) }

  public func check(_ id: String) -> Check? {
    checks.first { $0.id == id }
  }
}
