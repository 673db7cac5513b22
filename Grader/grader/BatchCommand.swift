import Checks
import Foundation
import Grading

/// What is asked of `grader batch`.
struct BatchRequest {
  var folder: String
  var exercise: Exercise
  var output: String
  var jobs: Int
  var seed: UInt64?
  var data: String?
  var policyFile: String?
  var policy: Policy?
  var hasSandbox: Bool

  init(_ arguments: inout Arguments, usualJobs: Int) throws {
    folder = try arguments.next("The folder with the submissions")
    guard let name = arguments.value("--exercise"), let output = arguments.value("--output") else {
      throw GraderError.wrongUse(
        "'batch' needs --exercise and --output, as in: "
          + "\(grader) batch Data/Submissions/05 --exercise 05 --output reports")
    }
    self.output = output
    exercise = try Catalogue.exercise(name)
    jobs = try arguments.number("--jobs", from: 1) ?? usualJobs
    seed = try arguments.number("--seed", from: 0)
    data = arguments.value("--data")
    policyFile = arguments.value("--policy")
    policy = try policyFile.map { try Policy(readFrom: $0) }
    let wall = arguments.value("--sandbox") ?? "bwrap"
    guard wall == "none" || wall == "bwrap" else {
      throw GraderError.wrongUse("--sandbox takes 'bwrap' or 'none', not '\(wall)'.")
    }
    hasSandbox = wall == "bwrap"
  }

  /// What lies in the folder.
  func listed() throws -> SubmissionFolder {
    let listed = try SubmissionFolder(
      folder, mostAttempts: policy?.mostAttempts, rooms: Catalogue.rooms(of: exercise))
    try listed.requireClass(of: exercise)
    return listed
  }

  /// The words that ask for the same, with results in `output`, wherever they are said.
  func words(_ output: String) -> [String] {
    var words = [
      "batch", Path.absolute(folder), "--exercise", exercise.number, "--output", output, "--jobs",
      "\(jobs)", "--sandbox", hasSandbox ? "bwrap" : "none",
    ]
    if let seed { words += ["--seed", "\(seed)"] }
    if let data { words += ["--data", Path.absolute(data)] }
    if let policyFile { words += ["--policy", Path.absolute(policyFile)] }
    return words
  }
}

/// `grader batch`: a folder of submissions.
func batch(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let engine = arguments.value("--engine") ?? "local"
  guard engine == "local" || engine == "slurm" else {
    throw GraderError.wrongUse("--engine takes 'local' or 'slurm', not '\(engine)'.")
  }
  if engine == "slurm" {
    let request = try BatchRequest(&arguments, usualJobs: 1)
    let shards: Int? = try arguments.number("--shards", from: 1)
    let rounds: Int = try arguments.number("--rounds", from: 0) ?? 3
    try arguments.finish("batch --engine slurm")
    return try batchBySlurm(request, shards: shards, rounds: rounds)
  }
  let request = try BatchRequest(
    &arguments, usualJobs: ProcessInfo.processInfo.activeProcessorCount)
  let shard = try arguments.value("--shard").map { (text) throws(GraderError) in
    guard let shard = Shard(text) else {
      throw .wrongUse("--shard takes a share as 2/5, from 1/5 to 5/5, not '\(text)'.")
    }
    return shard
  }
  let json = arguments.flag("--json")
  try arguments.finish("batch")
  return try batch(request, shard, json: json)
}

/// Grades here.
private func batch(_ request: BatchRequest, _ shard: Shard?, json: Bool) throws -> Int32 {
  let (folder, exercise, output) = (request.folder, request.exercise, request.output)
  if request.hasSandbox { try Sandbox.checkPresence() }
  let installation = try Installation.find()
  // What is laid out of an archive goes where the next run would clear it away.
  let early = SubmissionFolder.isArchive(folder) ? nil : try request.listed()
  // A students' package has answers to one seed alone, and no secret makes others of it.
  let isStudents = !installation.hasSolutions
  let results = try BatchOutput(
    output, of: exercise, apartFrom: folder,
    seed: request.seed ?? (isStudents ? Catalogue.publicSeed : nil),
    secret: isStudents ? "" : nil, shard: shard)
  let scratch = try BatchScratch(of: results)
  defer { withExtendedLifetime(scratch) {} }
  let submissions = try early ?? request.listed()
  Interruption.beginCatching()
  do {
    let sandbox = !request.hasSandbox ? nil : try Sandbox.find(installation, .find())
    let batch = Batch(
      exercise, submissions, output: results, jobs: request.jobs,
      data: try exercise.data?.select(request.data, results.drawingSeed),
      workshop: try Workshop(exercise, installation: installation),
      oracle: try .standard(exercise, installation), sandbox: sandbox, policy: request.policy)
    if let sentence = Screen.leftOut(submissions.others) { say(sentence) }
    let strangers = request.policy?.strangers(in: submissions) ?? []
    if let sentence = Screen.strangers(strangers) { say(sentence) }
    if try results.keep(request.policy, submissions: folder) { say(Sentences.newPolicy) }
    // Before anybody's hours are spent on them.
    try batch.data?.checkRecords()
    let dataset = batch.data.map { "\($0.name); " } ?? ""
    let share = shard.map { "shard \($0); " } ?? ""
    say(
      "Seed \(results.seed); \(share)\(request.jobs) at a time; \(dataset)\(Screen.sandbox(sandbox))."
    )
    let outcome = try batch.run {
      if let sentence = Screen.begin($0) { say(sentence) }
    } done: {
      say(Screen.progress($0, $1))
    }
    say(
      shard.map { Screen.end($0, outcome, in: output) } ?? Screen.end(outcome, in: output))
    if json { try printReports(outcome.reports, in: results) }
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
