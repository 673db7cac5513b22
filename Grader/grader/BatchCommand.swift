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
  let seed: UInt64 = try arguments.number("--seed", from: 0) ?? .random(in: 0..<1 << 53)
  let sandbox = arguments.value("--sandbox") ?? "none"
  let data = arguments.value("--data")
  let json = arguments.flag("--json")
  try arguments.finish("batch")
  guard sandbox == "none" else {
    throw GraderError.wrongUse("--sandbox can only be 'none' so far, not '\(sandbox)'.")
  }

  let installation = try Installation.find()
  let batch = try Batch(
    exercise, folder: folder, output: output, jobs: jobs, seed: seed,
    data: try .select(folder: data, seed: seed),
    workshop: try Workshop(exercise, installation: installation),
    oracle: try .standard(exercise, installation))
  if let sentence = Screen.leftOut(batch.others) { say(sentence) }
  // Before anybody's hours are spent on them.
  try batch.data.checkRecords()
  say("Seed \(seed); \(jobs) at a time; \(batch.data.name); no sandbox but processes and limits.")
  let start = ContinuousClock.now
  let reports = try batch.run { report, done, count in
    say(Screen.progress(report, done: done, of: count))
  }
  let seconds = (ContinuousClock.now - start) / .seconds(1)
  say("\(reports.count) submissions in \(Int(seconds.rounded())) s: see \(output)/index.html")
  if json { try printJSON(reports) }
  return reports.contains(where: \.hasGraderFault) ? Status.graderFailed : Status.allPoints
}
