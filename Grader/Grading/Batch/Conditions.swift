/// What decides a verdict besides the submission.
struct Conditions: Sendable {
  let exercise: Exercise
  let seed: UInt64
  let dataset: String?
  let sandbox: String
  let graderDigest: String

  /// Returns whether `report` says of the submission `name`, in which `contents` were read, what it
  /// would be told today. Where the grader failed, it may fare better.
  func repeated(by report: Report, on name: String, _ contents: Submission.Contents) -> Bool {
    report.submission.utf8.elementsEqual(name.utf8)
      && report.exercise == exercise.number && report.seed == seed
      // A report without a data set rests on none.
      && (report.dataset == nil || report.dataset == dataset)
      && report.sourceDigest == contents.digest && report.notes.starts(with: contents.notes)
      // What one without a sandbox says, a subject may have seen to.
      && report.sandbox == sandbox
      && report.graderVersion == Report.graderVersion && report.graderDigest == graderDigest
      && !report.hasGraderFault && report.addsUp(to: exercise.checks)
  }
}
