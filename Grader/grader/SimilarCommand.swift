import Checks
import Grading

/// `grader similar`: submissions that have much in common.
func similar(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let folder = try arguments.next("The folder with the submissions")
  guard let name = arguments.value("--exercise"), let output = arguments.value("--output") else {
    throw GraderError.wrongUse(
      "'similar' needs --exercise and --output, as in: "
        + "\(grader) similar Data/Submissions/05 --exercise 05 --output reports")
  }
  let exercise = try Catalogue.exercise(name)
  try arguments.finish("similar")
  try SubmissionFolder.require(output, apartFrom: folder)
  let submissions = try SubmissionFolder(folder, rooms: Catalogue.rooms(of: exercise))
  try submissions.requireClass(of: exercise)
  let found = try SimilarSubmissions(of: exercise, in: submissions, .find())
  try found.write(exercise, to: output)
  say(Sentences.similar(found, in: output))
  return Status.allPoints
}
