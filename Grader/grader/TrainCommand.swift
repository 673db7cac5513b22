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
  let trials: Int? = try arguments.number("--search", from: 1)
  let json = arguments.flag("--json")
  try arguments.finish("train")

  // Before anybody's files are built for it.
  guard let training = exercise.training else {
    throw GraderError.noTraining(exercise: exercise.number)
  }
  guard epochs == nil || training.takesEpochs else {
    throw GraderError.ownEpochs(exercise: exercise.number)
  }
  let work = try OwnWork(
    exercise, .find(), seed: Catalogue.publicSeed, data: folder, optimized: true)
  // What trains on texts asks for no images, and those that are made are made where they are asked for.
  let data = try work.data ?? TrainingData.synthetic(seed: seed)
  let subject = try SubjectProcess(
    executable: work.build.executable, studentFiles: Set(exercise.files), limits: .longTraining)
  var history = TrainingHistory(dataset: data.name, seed: seed)
  var curve = LossCurve(isTerminal: isWatched)
  let result: any TrainingResult
  do {
    if let trials {
      let log = try training.search(
        subject, on: data, count: trials, epochs: epochs ?? 3, seed: seed,
        exercise: exercise.number
      ) { say(Screen.epoch($0)) }
      try KeptSearch(log, dataset: data.name, seed: seed)
        .save(in: OwnWork.room(of: exercise, .find()))
      print(json ? String(decoding: try log.json(), as: UTF8.self) : Screen.search(log))
      return Status.allPoints
    }
    defer { tell(curve.end()) }
    result = try training.run(
      subject, on: data, seed: seed, epochs: epochs, exercise: exercise.number, began: say
    ) {
      history.append($0)
      tell(curve.text(after: $0))
    }
  } catch {
    guard let words = Sentences.fault(error, in: exercise, of: work.build) else { throw error }
    say(words)
    return Status.pointsMissing
  }
  // What was tried for a few epochs must not take the place of what shall be graded.
  if epochs == nil || exercise.model == nil {
    try history.save(in: OwnWork.room(of: exercise, .find()))
    if let model = result.model {
      let file = exercise.model ?? .forPictures
      let path = try OwnWork.place(of: file, exercise, .find())
      try file.save(model, as: path)
      if exercise.model != nil { say(Sentences.saved(path)) }
    }
    // A page that trains for itself shows nothing of this.
    if exercise.pictures?.trains == false { say(Sentences.keptForPictures(exercise)) }
  }
  if json {
    print(String(decoding: try result.json(), as: UTF8.self))
  } else {
    print(result.sentence)
  }
  return Status.allPoints
}
