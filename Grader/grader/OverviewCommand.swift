import Checks
import Grading

/// `grader`: all exercises at a glance.
func overview(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let json = arguments.flag("--json")
  try arguments.finish("grader")
  let installation = try Installation.find()
  let rooms = try Catalogue.exercises.map {
    try OwnWork($0, installation, seed: Catalogue.publicSeed).report()
  }
  if json {
    try printJSON(rooms)
  } else {
    print(Screen.overview(rooms, in: Catalogue.exercises), terminator: "")
  }
  return status(of: rooms)
}
