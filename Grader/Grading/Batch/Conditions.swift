/// What decides a verdict besides the submission.
struct Conditions: Sendable {
  let exercise: Exercise
  let seed: UInt64
  let dataset: String?
  let sandbox: String
  var graderDigest: String

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

  /// Why `report` was not made under these conditions, whatever was handed in; nil where it was.
  func misfit(of report: Report) -> Misfit? {
    if report.exercise != exercise.number { return .exercise }
    if report.seed != seed { return .seed }
    if report.graderDigest != graderDigest || report.graderVersion != Report.graderVersion {
      return .grader
    }
    if report.sandbox != sandbox { return .sandbox }
    if let name = report.dataset, name != dataset { return .dataset }
    return report.addsUp(to: exercise.checks) ? nil : .checks
  }

  enum Misfit: Sendable { case exercise, seed, grader, sandbox, dataset, checks }

  /// The same with the grader as it is now.
  func today(_ workshop: Workshop) throws(GraderError) -> Conditions {
    var today = self
    today.graderDigest = try workshop.builder.installation.graderDigest(
      for: exercise, stubs: try workshop.stubs(), given: try workshop.given(),
      compiler: workshop.builder.toolchain.compiler)
    return today
  }
}
