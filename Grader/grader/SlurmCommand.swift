import Checks
import Foundation
import Grading

/// `grader batch --engine slurm`: hands to Slurm whatever has no report yet, or puts together what has
/// been graded. The job that looks at the reports when tasks have ended is the same command.
func batchBySlurm(_ request: BatchRequest, shards: Int?, rounds: Int) throws -> Int32 {
  // Where tasks run, nobody may be allowed to submit.
  if rounds > 0, !Slurm.isJob { _ = try Slurm.find() }
  let installation = try Installation.find()
  let submissions = try request.listed()
  let output = Path.absolute(request.output)
  let outcome = try whenFree {
    // Made here, so that all tasks find the same.
    let isNew = try BatchOutput(
      output, of: request.exercise, apartFrom: request.folder, seed: request.seed
    ).keep(request.policy, submissions: request.folder)
    if isNew { say(Sentences.newPolicy) }
    return try Merge([output], into: nil, of: Catalogue.exercises).run(
      submissions, workshop: try Workshop(request.exercise, installation: installation),
      policy: request.policy)
  }
  if outcome.toGrade.isEmpty || rounds == 0 {
    say(Screen.merged(outcome, in: output))
    return status(of: outcome)
  }
  let count = shards ?? Slurm.usualCount(for: submissions.count)
  let open = Shard.holding(outcome.toGrade, among: count)
  let work = Slurm.Work(
    exercise: request.exercise.number, shards: open, output: output,
    package: installation.root, jobs: request.jobs,
    task: ["\(installation.products)/grader"] + request.words(output),
    end: ["\(installation.products)/grader"] + request.words(output) + [
      "--engine", "slurm", "--shards", "\(count)", "--rounds", "\(rounds - 1)",
    ])
  let jobs = try Slurm.find().submit(work)
  say(
    Screen.submitted(
      outcome.toGrade.count, of: submissions.count, shards: open.count, jobs, in: output))
  return Status.allPoints
}

/// Does `work`; in a job of Slurm's as soon as no other grader is in the way: one that was cancelled may
/// take its time to end.
private func whenFree<Result>(_ work: () throws -> Result) throws -> Result {
  for _ in 0..<300 {
    do {
      return try work()
    } catch GraderError.outputInUse where Slurm.isJob {
      sleep(2)
    }
  }
  return try work()
}

enum Path {
  /// Tasks are started elsewhere.
  static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).path }
}
