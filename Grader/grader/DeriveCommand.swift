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
  let derivations = try exercises.map {
    try Derivation($0, installation: installation, seed: Catalogue.publicSeed)
  }
  // Of all, before minutes go into the first one's answers.
  let edited = try derivations.flatMap { try $0.edited() }
  guard edited.isEmpty else { throw GraderError.edited(files: edited) }
  for derivation in derivations {
    for line in try derivation.write() { print("wrote \(line)") }
  }
  return Status.allPoints
}
