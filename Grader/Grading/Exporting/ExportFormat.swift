/// What results can be written as, for others to read.
public enum ExportFormat: String, CaseIterable, Sendable {
  case junit, artemis, gradescope, canvas, moodle

  /// Whether it is made of a file that the course site exported.
  public var needsGradebook: Bool { self == .canvas || self == .moodle }
}
