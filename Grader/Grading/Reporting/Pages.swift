import Foundation

/// The pages for people: the class at a glance, and a page a student.
struct Pages {
  let exercise: Exercise
  let reports: [Report]

  init(_ exercise: Exercise, _ reports: [Report]) {
    self.exercise = exercise
    self.reports = reports
  }

  /// Writes `index.html` and `pages/<submission>.html`.
  func write(to folder: String) throws(GraderError) {
  }
}
