/// How this program is started: the one place that decides it, for whatever is told to be typed.
extension Sentences {
  /// "swift run grader", which finds it in the package's folder, and the same program as this one: built
  /// for release where this one is. Its name alone where it was started by that, and so is on the search
  /// path.
  public static let grader = words(toStart: CommandLine.arguments.first ?? "")

  static func words(toStart program: String) -> String {
    guard program.isEmpty || program.contains("/") else { return program }
    return program.hasSuffix("/release/grader")
      ? "swift run -c release grader" : "swift run grader"
  }
}
