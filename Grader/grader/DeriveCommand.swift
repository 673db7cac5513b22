import Checks
import Grading

/// `grader derive`: the list of exercises, and for one of them or for all, stubs, tests, the
/// handout's table and the answer key.
func derive(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let name = arguments.next()
  try arguments.finish("derive")
  let installation = try Installation.find()
  guard installation.hasSolutions else {
    throw GraderError.noSolutions(root: installation.root)
  }
  let course = try CourseSource(root: installation.root)
  let written = try course.write(to: installation.root)
  for path in written { print("wrote \(path)") }
  guard written.isEmpty else {
    print("The grader has to be built anew for this: run the same command once more.")
    return Status.allPoints
  }
  let exercises = try name.map { [try Catalogue.exercise($0)] } ?? Catalogue.exercises
  for exercise in exercises {
    let derivation = try Derivation(
      exercise, installation: installation, seed: Catalogue.publicSeed)
    for line in try derivation.write() { print("wrote \(line)") }
  }
  return Status.allPoints
}
