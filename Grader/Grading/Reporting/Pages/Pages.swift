import Foundation

/// The pages for people: the class at a glance for who teaches it, and a page a student.
///
/// The same reports make the same bytes: pages say nothing of when or where they were made.
struct Pages {
  let exercise: Exercise

  /// Those that are not decided first, then as they were given.
  let reports: [Report]

  init(_ exercise: Exercise, _ reports: [Report]) {
    self.exercise = exercise
    self.reports = reports.filter(\.hasGraderFault) + reports.filter { !$0.hasGraderFault }
  }

  /// Writes `index.html` and `pages/<submission>.html`.
  func write(to folder: String) throws(GraderError) {
    let pages = "\(folder)/pages"
    try Folder.make(pages)
    for report in reports {
      try write(
        StudentPage(report, of: exercise).html, to: "\(pages)/\(report.fileName).html")
    }
    try write(ClassPage(exercise, reports).html, to: "\(folder)/index.html")
  }

  private func write(_ page: HTML, to path: String) throws(GraderError) {
    try AtomicFile.write(Data(page.source.utf8), to: path)
  }
}
