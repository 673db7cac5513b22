import Checks
import Grading

/// `grader submit`: what is handed in of an exercise, checked and packed.
func submit(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let exercise = try Catalogue.exercise(try arguments.next("The exercise's number"))
  let output = arguments.value("--output")
  let data = arguments.value("--data")
  let packsAnyway = arguments.flag("--anyway")
  try arguments.finish("submit")
  let installation = try Installation.find()
  do {
    let handIn = try HandIn(exercise, installation)
    let report = try OwnWork(exercise, installation, seed: Catalogue.publicSeed, data: data)
      .report()
    guard !report.hasGraderFault else {
      print(Screen.report(report, of: exercise, in: Catalogue.exercises), terminator: "")
      return Status.graderFailed
    }
    try handIn.requireAccepted(by: report)
    let path = output ?? handIn.name
    guard packsAnyway || report.build.replaced.isEmpty else {
      let command = Screen.command(CommandLine.arguments + ["--anyway"])
      say(Screen.notSubmitted(report, path: path, command: command))
      return Status.pointsMissing
    }
    try handIn.write(to: path)
    print(Screen.submitted(report))
    print(Sentences.packed(handIn, in: path))
    return Status.allPoints
  } catch let error as GraderError {
    guard case .notPacked = error else { throw error }
    say(Sentences.error(error))
    return Status.pointsMissing
  }
}
