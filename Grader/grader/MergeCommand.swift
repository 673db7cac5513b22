import Checks
import Grading

/// `grader merge`: what several graders have left of one class.
func merge(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let folders = arguments.rest()
  let output = arguments.value("--output")
  let submissions = arguments.value("--class")
  let policy = try arguments.value("--policy").map { try Policy(readFrom: $0) }
  let json = arguments.flag("--json")
  try arguments.finish("merge")
  guard let first = folders.first else {
    throw GraderError.wrongUse(
      "'merge' needs the --output of the shards, one folder or several, as in: "
        + "\(grader) merge reports"
    )
  }
  guard folders.count == 1 || output != nil else {
    throw GraderError.wrongUse("To put several folders together, 'merge' needs --output.")
  }
  if let submissions { try SubmissionFolder.require(output ?? first, apartFrom: submissions) }
  let merge = try Merge(folders, into: output, of: Catalogue.exercises)
  let outcome = try merge.run(
    try submissions.map {
      let folder = try SubmissionFolder(
        $0, mostAttempts: merge.policy(policy)?.mostAttempts,
        rooms: Catalogue.rooms(of: merge.exercise))
      try folder.requireClass(of: merge.exercise)
      return folder
    },
    workshop: try submissions.map { _ in try Workshop(merge.exercise, installation: .find()) },
    policy: policy)
  if outcome.isWhole, merge.isNew(policy) { say(Sentences.newPolicy) }
  say(Screen.merged(outcome, in: output ?? first))
  if json { try printReports(outcome.reports, in: merge.output) }
  let unread = outcome.reports.contains { $0.unread != nil }
  return max(status(of: outcome), unread ? Status.pointsMissing : Status.allPoints)
}

/// A scheduler may ask for what is missing once more, and for nothing else.
func status(of outcome: Merge.Outcome) -> Int32 {
  if !outcome.misfits.isEmpty || outcome.reports.contains(where: \.hasGraderFault) {
    return Status.graderFailed
  }
  return outcome.missing.isEmpty ? Status.allPoints : Status.pointsMissing
}
