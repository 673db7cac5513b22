import Checks
import Foundation
import Grading

/// `grader show`: pictures of an exercise, in a page.
func show(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let exercise = try Catalogue.exercise(try arguments.next("The exercise's number"))
  let folder = arguments.value("--data")
  let output = arguments.value("--output")
  try arguments.finish("show")

  let installation = try Installation.find()
  let page = try PicturePage(
    of: exercise, installation, seed: Catalogue.publicSeed, data: folder, say: say)
  let path = try page.write(to: output, installation)
  print(Sentences.written(page, to: path))
  return Status.allPoints
}
