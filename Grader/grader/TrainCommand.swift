import Checks
import Foundation
import Grading

/// `grader train`: the student's own training, and its accuracy.
func train(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let exercise = try Catalogue.exercise(try arguments.next("The exercise's number"))
  let folder = arguments.value("--data")
  let epochs: Int? = try arguments.number("--epochs", from: 1)
  let seed: UInt64 = try arguments.number("--seed", from: 0) ?? Catalogue.publicSeed
  let json = arguments.flag("--json")
  try arguments.finish("train")

  let installation = try Installation.find()
  let work = try OwnWork(
    exercise, installation, seed: Catalogue.publicSeed, data: folder)
  var settings = TrainingRun.recommended(for: work.data, seed: seed)
  if let epochs { settings.epochs = epochs }
  say("\(work.data.name): \(TrainingRun.describe(settings))")
  let outcome = try TrainingRun(exercise, work.data, settings).run(
    try SubjectProcess(
      executable: work.build.executable, studentFiles: Set(exercise.files), limits: .longTraining)
  ) { say(TrainingRun.line($0)) }
  if json {
    print(String(decoding: try outcome.json(), as: UTF8.self))
  } else {
    print(outcome.sentence)
  }
  return Status.allPoints
}
