import Checks
import Grading

/// `grader release`: the students' package.
func release(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let folder = try arguments.next("The folder for the students' package")
  try arguments.finish("release")
  let record = try Release(Catalogue.exercises, .find()).write(to: folder)
  say(Sentences.released(record, in: folder))
  return Status.allPoints
}
