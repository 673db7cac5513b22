import Checks
import Grading

/// `grader check`: every check of one exercise, or of all.
func check(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  if let path = arguments.value("--submission") { return try checkSubmission(path, arguments) }
  let exercises = try arguments.next().map { [try Catalogue.exercise($0)] } ?? Catalogue.exercises
  let only = arguments.value("--only")
  let data = arguments.value("--data")
  let json = arguments.flag("--json")
  try arguments.finish("check")
  if let only, !exercises.flatMap(\.checks).contains(where: { $0.id.contains(only) }) {
    throw GraderError.noCheck(only, known: exercises.flatMap(\.checks).map(\.id))
  }
  let installation = try Installation.find()
  let reports = try exercises.map {
    try OwnWork($0, installation, seed: Catalogue.publicSeed, data: data, only: only).report()
  }
  if json {
    try printJSON(reports)
  } else {
    for (report, exercise) in zip(reports, exercises) {
      print(Screen.report(report, of: exercise, in: Catalogue.exercises), terminator: "")
    }
  }
  return status(of: reports)
}
