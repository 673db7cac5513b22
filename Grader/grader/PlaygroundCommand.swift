import Checks
import Grading

/// `grader playground`: the student's own network learns to tell points of the plane apart, as a page.
func playground(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let file = arguments.value("--output") ?? "playground.html"
  let seed: UInt64 = try arguments.number("--seed", from: 0) ?? Catalogue.publicSeed
  try arguments.finish("playground")
  // What is named by mistake may be somebody's work.
  guard file.hasSuffix(".html") else {
    throw GraderError.wrongUse("--output takes a file whose name ends in .html, not '\(file)'.")
  }
  let exercise = try Catalogue.exercise("05")
  let installation = try Installation.find()
  let first = OwnWork.firstPartToWrite(of: exercise, installation)
  if let first, OwnWork.isUntouched(exercise, installation) {
    say(Sentences.noPlayground(withoutPart: first, of: exercise))
    return Status.pointsMissing
  }
  let work = try OwnWork(exercise, installation, seed: Catalogue.publicSeed, optimized: true)
  let subject = try SubjectProcess(
    executable: work.build.executable, studentFiles: Set(exercise.files), limits: .longTraining)
  do {
    let playground = try Playground.train(by: subject, seed: seed) { say(Screen.playground($0)) }
    try playground.write(to: file)
  } catch let fault as Playground.Fault {
    say(Sentences.noPlayground(fault, work.build, of: exercise, toWrite: first))
    return Status.pointsMissing
  }
  print(Screen.playground(writtenTo: file))
  return Status.allPoints
}
