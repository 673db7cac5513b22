import Foundation

/// The pages for people: the class at a glance for who teaches it, and a page a student.
///
/// The same reports make the same bytes: pages say nothing of when or where they were made.
struct Pages {
  let exercise: Exercise

  /// Those that are not decided first, then as they were given.
  let reports: ClassReports

  init(_ exercise: Exercise, _ reports: ClassReports) {
    self.exercise = exercise
    self.reports = reports.undecidedFirst
  }

  /// Writes `index.html` and `pages/<submission>.html`.
  ///
  /// - Parameter report: Returns the whole report on a submission: one at a time is in memory.
  func write(
    to folder: String, reading report: (String) throws(GraderError) -> Report
  ) throws(GraderError) {
    let pages = "\(folder)/pages"
    try Folder.make(pages)
    for place in reports.indices {
      let report = try report(reports.name(at: place))
      try write(
        StudentPage(report, of: exercise).html, to: "\(pages)/\(report.fileName).html")
    }
    try write(ClassPage(exercise, reports).html, to: "\(folder)/index.html")
  }

  private func write(_ page: HTML, to path: String) throws(GraderError) {
    try AtomicFile.write(page.parts, to: path)
  }
}
