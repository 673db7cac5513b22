import Grading

/// `grader update`: a newer release of the course around the student's work.
func update(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let path = try arguments.next("The new release, a folder or an archive,")
  try arguments.finish("update")
  let outcome = try Update(path, of: .find()).apply()
  print(Sentences.updated(outcome).joined(separator: "\n"))
  return Status.allPoints
}
