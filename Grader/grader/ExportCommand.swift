import Checks
import Grading

/// `grader export`: the results of a batch, as others read them.
func export(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let folder = try arguments.next("The folder with the results of a batch")
  let known = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
  guard let name = arguments.value("--format") else {
    throw GraderError.wrongUse("'export' needs --format, which is one of \(known).")
  }
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
