import Checks
import Grading

/// `grader export`: the results of a batch, as others read them.
func export(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let known = (ExportFormat.allCases.map(\.rawValue) + [autograder]).joined(separator: ", ")
  guard let name = arguments.value("--format") else {
    throw GraderError.wrongUse("'export' needs --format, which is one of \(known).")
  }
  guard name != autograder else { return try exportAutograder(arguments) }
  let folder = try arguments.next("The folder with the results of a batch")
  guard let format = ExportFormat(rawValue: name) else {
    throw GraderError.wrongUse("--format is one of \(known), not '\(name)'.")
  }
  let place = arguments.value("--into")
  let gradebook = format.needsGradebook ? arguments.value("--gradebook") : nil
  let column = format.needsGradebook ? arguments.value("--column") : nil
  try arguments.finish("export")
  if format.needsGradebook, gradebook == nil {
    throw GraderError.wrongUse(
      "--format \(name) needs --gradebook, the file that the course site exported: points are merged "
        + "into a copy of it.")
  }

  let exporter = Exporter(try BatchResults(folder, of: Catalogue.exercises))
  let outcome =
    try gradebook.map {
      try exporter.merge(into: $0, as: format, column: column, file: place)
    } ?? exporter.write(format, into: place)
  say(Sentences.exported(outcome))
  return outcome.isPartial ? Status.pointsMissing : Status.allPoints
}

private let autograder = "gradescope-autograder"

/// What is uploaded to Gradescope once, before anybody hands in.
private func exportAutograder(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  _ = arguments.value("--format")
  guard let number = arguments.value("--exercise") else {
    throw GraderError.wrongUse(
      "--format \(autograder) needs --exercise, the one that is handed in there.")
  }
  let exercise = try Catalogue.exercise(number)
  let file = arguments.value("--into") ?? "autograder-\(exercise.number).zip"
  try arguments.finish("export")
  try GradescopeAutograder(exercise, .find()).write(to: file)
  say(Sentences.autograder(file))
  return Status.allPoints
}
