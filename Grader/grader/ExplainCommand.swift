import Checks
import Grading

/// `grader explain`: the smallest case of a check that the student's code gets wrong.
func explain(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let id = try arguments.next("The check's name")
  let data = arguments.value("--data")
  try arguments.finish("explain")
  let (exercise, check) = try Catalogue.check(id)
  let work = try OwnWork(
    exercise, .find(), seed: Catalogue.publicSeed, data: data, only: check.id)
  let result = work.result(of: check)
  print(Screen.explanation(of: result, check), terminator: "")
  return result.verdict == .graderFault
    ? Status.graderFailed : result.verdict == .passed ? Status.allPoints : Status.pointsMissing
}
