import Checks
import Foundation
import Grading

/// `grader batch`: a folder of submissions.
func batch(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let folder = try arguments.next("The folder with the submissions")
  guard let name = arguments.value("--exercise"), let output = arguments.value("--output") else {
    throw GraderError.wrongUse(
      "'batch' needs --exercise and --output, as in: "
        + "grader batch Data/Submissions/05 --exercise 05 --output reports")
  }
  let exercise = try Catalogue.exercise(name)
  let jobs = try arguments.number("--jobs", from: 1) ?? ProcessInfo.processInfo.activeProcessorCount
  let seed: UInt64? = try arguments.number("--seed", from: 0)
  let wall = arguments.value("--sandbox") ?? "bwrap"
  let data = arguments.value("--data")
  let policy = try arguments.value("--policy").map { try Policy(readFrom: $0) }
  let shard = try arguments.value("--shard").map { (text) throws(GraderError) in
    guard let shard = Shard(text) else {
      throw .wrongUse("--shard takes a share as 2/5, from 1/5 to 5/5, not '\(text)'.")
    }
    return shard
  }
  let json = arguments.flag("--json")
  try arguments.finish("batch")
  guard wall == "none" || wall == "bwrap" else {
    throw GraderError.wrongUse("--sandbox takes 'bwrap' or 'none', not '\(wall)'.")
  }

  if wall == "bwrap" { try Sandbox.checkPresence() }
  let installation = try Installation.find()
  // What is laid out of an archive goes where the next run would clear it away.
  func listed() throws -> SubmissionFolder {
    try SubmissionFolder(
      folder, mostAttempts: policy?.mostAttempts, rooms: Catalogue.rooms(of: exercise))
  }
  let early = SubmissionFolder.isArchive(folder) ? nil : try listed()
  let results = try BatchOutput(output, of: exercise, apartFrom: folder, seed: seed, shard: shard)
  let scratch = try BatchScratch(of: results)
  defer { withExtendedLifetime(scratch) {} }
  let submissions = try early ?? listed()
  Interruption.beginCatching()
  do {
    let sandbox = wall == "none" ? nil : try Sandbox.find(installation, .find())
    let batch = Batch(
      exercise, submissions, output: results, jobs: jobs,
      data: try exercise.data?.select(data, results.drawingSeed),
      workshop: try Workshop(exercise, installation: installation),
      oracle: try .standard(exercise, installation), sandbox: sandbox, policy: policy)
    if let sentence = Screen.leftOut(submissions.others) { say(sentence) }
    // Before anybody's hours are spent on them.
    try batch.data?.checkRecords()
    let dataset = batch.data.map { "\($0.name); " } ?? ""
    let share = shard.map { "shard \($0); " } ?? ""
    say("Seed \(results.seed); \(share)\(jobs) at a time; \(dataset)\(Screen.sandbox(sandbox)).")
    let outcome = try batch.run {
      if let sentence = Screen.begin($0) { say(sentence) }
    } done: {
      say(Screen.progress($0, $1))
    }
    say(
      shard.map { Screen.end($0, outcome, in: output) } ?? Screen.end(outcome, in: output))
    if json { try printJSON(outcome.reports) }
    if outcome.reports.contains(where: \.hasGraderFault) { return Status.graderFailed }
    return outcome.reports.contains { $0.unread != nil } ? Status.pointsMissing : Status.allPoints
  } catch {
    guard let signal = Interruption.signal else { throw error }
    let command = Screen.command(CommandLine.arguments)
    if case GraderError.batchInterrupted(let done, let count) = error {
      say(Screen.interrupted(done: done, of: count, command: command))
    } else {
      say(Screen.interruptedEarly(command: command))
    }
    return Interruption.status(of: signal)
  }
}
