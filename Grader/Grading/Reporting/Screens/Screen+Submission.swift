extension Screen {
  /// What whoever hands in wants to know once more: what does not count, and the points as they are.
  public static func submitted(_ report: Report) -> String {
    (notes(on: report) + [summary(of: report) + "; where it is graded, samples are others"])
      .joined(separator: "\n")
  }
}
