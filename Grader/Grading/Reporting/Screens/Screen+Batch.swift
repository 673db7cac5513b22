extension Screen {
  /// What to know about entries of a folder of submissions that are none; nil where there are none.
  public static func leftOut(_ others: [String]) -> String? {
    guard !others.isEmpty else { return nil }
    let shown = others.prefix(10).map(\.withVisibleControls)
    let more = others.count > shown.count ? ["\(others.count - shown.count) more"] : []
    return "Only folders are graded. Left out, to be unpacked if they are archives: "
      + "\(Sentences.list(shown + more))."
  }

  /// A line on one report of a batch, while the others are still at work.
  public static func progress(_ report: Report, done: Int, of count: Int) -> String {
    let number = String(done).leftPadded(to: String(count).count)
    let faults = report.checks.filter { $0.verdict == .graderFault }
    let outcome =
      faults.count == report.checks.count ? "not decided" : summary(of: report)
    return "[\(number)/\(count)] \(report.submission.withVisibleControls): \(outcome)"
      + (faults.first.map { ": \($0.message)" } ?? "")
  }
}
