import Checks
import Foundation
import Grading

/// `grader bench`: what takes how long, by what it could take at best.
func bench(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let exercises = try arguments.next().map { [try Catalogue.exercise($0)] } ?? Catalogue.exercises
  let usual = ["kernels", "training", "feedback", "growth"]
  let groups = usual + ["submissions"]
  let only = arguments.value("--only")
  let rounds = try arguments.number("--rounds", from: 1) ?? 5
  let json = arguments.flag("--json")
  try arguments.finish("bench")
  if let only, !groups.contains(only) {
    throw GraderError.wrongUse(
      "There is no group '\(only)' of benches: there are \(groups.joined(separator: ", ")).")
  }

  let installation = try Installation.find()
  var rows: [BenchRow] = []
  for group in only.map({ [$0] }) ?? usual {
    say("Measuring \(group) …")
    switch group {
    case "kernels": rows += KernelBench(rounds: rounds).rows()
    case "growth": rows += KernelBench(rounds: rounds).growth()
    case "training":
      for exercise in exercises {
        rows +=
          try TrainingBench(exercise, installation: installation, rounds: rounds)?.rows() ?? []
      }
    case "submissions":
      for exercise in exercises {
        rows += try ClassBench(
          exercise, installation: installation, seed: Catalogue.publicSeed
        ).rows { say("A batch of \($0) took \(Int($1.rounded())) s.") }
      }
    default:
      for exercise in exercises {
        rows += try FeedbackBench(
          exercise, installation: installation, seed: Catalogue.publicSeed, rounds: rounds
        ).rows()
      }
    }
  }
  if json {
    try printJSON(rows)
  } else {
    print(Screen.bench(rows), terminator: "")
  }
  return Status.allPoints
}
