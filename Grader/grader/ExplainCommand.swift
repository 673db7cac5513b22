import Checks
import Grading

/// `grader explain`: the smallest case of a check that the student's code gets wrong.
func explain(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let id = try arguments.next("The check's name")
  let data = arguments.value("--data")
  try arguments.finish("explain")
  let (exercise, check) = try Catalogue.check(id)
  let installation = try Installation.find()
  let work = try meanwhile(Sentences.compiling(exercise)) {
    try OwnWork(
      exercise, installation, seed: Catalogue.publicSeed, data: data, only: check.id, explains: true
    )
  }
  let result = meanwhile(Sentences.asking(exercise)) { work.result(of: check) }
  let shown = HintsShown(installation)
  print(
    Screen.explanation(of: result, check, build: work.build, hintsSeen: shown.numbers),
    terminator: "")
  shown.note([result], of: [check])
  return result.verdict == .graderFault
    ? Status.graderFailed : result.verdict == .passed ? Status.allPoints : Status.pointsMissing
}
