extension Screen {
  /// All exercises of `course`, a line each.
  public static func overview(_ reports: [Report], in course: [Exercise]) -> String {
    var lines = [""]
    for (report, exercise) in zip(reports, course) {
      lines.append("  Exercise \(report.exercise)  \(summary(of: report))  \(exercise.title)")
    }
    lines += ["", "  \(next(after: reports, in: course))"]
    if let open = reports.first(where: { $0.points < $0.possible }) {
      lines.append("  All of it: grader check \(open.exercise)")
    }
    return lines.joined(separator: "\n") + "\n\n"
  }
}
