extension Screen {
  /// All exercises, a line each.
  public static func overview(_ reports: [Report], titles: [String]) -> String {
    var lines = [""]
    for (report, title) in zip(reports, titles) {
      lines.append("  Exercise \(report.exercise)  \(summary(of: report))  \(title)")
    }
    lines.append("")
    let open = reports.first { $0.points < $0.possible }
    if let open, let next = next(after: open) {
      lines += ["  \(next)", "  All of it: grader check \(open.exercise)", ""]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
