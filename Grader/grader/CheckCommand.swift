import Checks
import Foundation
import Grading

/// `grader check`: every check of one exercise, or of all.
func check(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  if let path = arguments.value("--submission") { return try checkSubmission(path, arguments) }
  let number = arguments.next()
  let exercises = try number.map { [try Catalogue.exercise($0)] } ?? Catalogue.exercises
  let only = arguments.value("--only")
  let data = arguments.value("--data")
  let json = arguments.flag("--json")
  let markdown = arguments.flag("--markdown")
  let watches = arguments.flag("--watch")
  try arguments.finish("check")
  if watches, json || markdown || number == nil {
    throw GraderError.wrongUse(
      "--watch takes one exercise, as 05, and prints no JSON and no table.")
  }
  if json, markdown { throw GraderError.wrongUse("Give --json or --markdown, not both.") }
  if let only, !exercises.flatMap(\.checks).contains(where: { $0.id.contains(only) }) {
    throw GraderError.noCheck(only, known: exercises.flatMap(\.checks).map(\.id))
  }
  let installation = try Installation.find()
  if watches {
    return try watch(
      Watch(exercises[0], installation, seed: Catalogue.publicSeed, data: data, only: only),
      exercises[0])
  }
  let reports = try exercises.map {
    try OwnWork($0, installation, seed: Catalogue.publicSeed, data: data, only: only).report()
  }
  if json {
    try printJSON(reports)
  } else {
    for (report, exercise) in zip(reports, exercises) {
      let text =
        markdown
        ? Screen.markdown(report, of: exercise)
        : Screen.report(report, of: exercise, in: Catalogue.exercises)
      print(text, terminator: "")
    }
    if !markdown { HintsShown(installation).note(reports, of: exercises.flatMap(\.checks)) }
  }
  return status(of: reports)
}

/// `grader check --watch`: the checks of one exercise, again after each save.
private func watch(_ watch: Watch, _ exercise: Exercise) throws -> Int32 {
  Interruption.beginCatching()
  print(Screen.beginWatch(exercise), terminator: "")
  try finishOutput()
  watch.run(isOver: { Interruption.signal != nil }) { news in
    print(Screen.news(news, of: exercise, in: Catalogue.exercises), terminator: "")
    // Who reads it waits for it.
    guard (try? finishOutput()) != nil else { exit(Status.graderFailed) }
  }
  return watch.report.map { status(of: [$0]) } ?? Status.pointsMissing
}
