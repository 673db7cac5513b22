import Checks
import Foundation
import Grading

/// `grader check --submission`: what a batch has found of somebody, once more.
func checkSubmission(_ path: String, _ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  _ = arguments.value("--submission")
  let exercise = try Catalogue.exercise(try arguments.next("The exercise of --submission"))
  let only = arguments.value("--only")
  let data = arguments.value("--data")
  let results = arguments.value("--batch")
  let attempt: Int? = try arguments.number("--attempt", from: 1)
  let seed: UInt64? = try arguments.number("--seed", from: 0)
  let wall = arguments.value("--sandbox") ?? "bwrap"
  let json = arguments.flag("--json")
  try arguments.finish("check --submission")
  guard wall == "none" || wall == "bwrap" else {
    throw GraderError.wrongUse("--sandbox takes 'bwrap' or 'none', not '\(wall)'.")
  }
  guard results == nil || seed == nil else {
    throw GraderError.wrongUse("--batch has a seed of its own. Leave --seed out.")
  }
  if let only, exercise.checks(named: only).isEmpty {
    throw GraderError.noCheck(only, known: exercise.checks.map(\.id))
  }
  let installation = try Installation.find()
  if wall == "bwrap" { try Sandbox.checkPresence() }
  let regrade = try Regrade(
    path, attempt: attempt, of: exercise, results: results, seed: seed ?? Catalogue.publicSeed,
    data: data,
    installation: installation,
    sandbox: wall == "none" ? nil : try Sandbox.find(installation, .find()))
  if let sentence = Screen.attempt(regrade.attempt, in: results) { say(sentence) }
  let report = regrade.report(only: only)
  if json {
    try printJSON([report])
  } else {
    print(Screen.report(report, of: exercise, in: []), terminator: "")
  }
  if let results {
    let sentence = regrade.former.map { Screen.comparison(of: report, with: $0, in: results) }
    say(sentence ?? "\(results) has no report on it.")
  }
  return status(of: [report])
}
