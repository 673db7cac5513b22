import Checks
import Grading

/// `grader hint`: the next hint of a check.
func hint(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let id = try arguments.next("The check's name")
  try arguments.finish("hint")
  let (_, check) = try Catalogue.check(id)
  let shown = HintsShown(try .find())
  do {
    let (number, left) = try shown.next(of: check)
    print(Screen.hint(of: check, number: number, left: left), terminator: "")
  } catch GraderError.cannotWrite(let path, _) {
    // Where nobody may write, it cannot be known which was the last: all, then.
    say(Sentences.forgetsHints(path))
    for number in check.hints.indices {
      let left = check.hints.count - number - 1
      print(Screen.hint(of: check, number: number, left: left), terminator: "")
    }
  }
  return Status.allPoints
}
