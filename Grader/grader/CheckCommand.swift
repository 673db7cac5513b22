import Checks
import Foundation
import Grading

/// `grader`: all exercises at a glance.
func overview(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let json = arguments.flag("--json")
  try arguments.finish("grader")
  let installation = try Installation.find()
  let rooms = try Catalogue.exercises.map { try Room($0, installation, data: nil).report() }
  if json {
    try printJSON(rooms)
  } else {
    print(Screen.overview(rooms, titles: Catalogue.exercises.map(\.title)), terminator: "")
  }
  return status(of: rooms)
}

/// `grader check`: every check of one exercise, or of all.
func check(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let exercises = try arguments.next().map { [try Catalogue.exercise($0)] } ?? Catalogue.exercises
  let only = arguments.value("--only")
  let data = arguments.value("--data")
  let json = arguments.flag("--json")
  try arguments.finish("check")
  if let only, !exercises.flatMap(\.checks).contains(where: { $0.id.contains(only) }) {
    throw GraderError.noCheck(only, known: exercises.flatMap(\.checks).map(\.id))
  }
  let installation = try Installation.find()
  let reports = try exercises.map {
    try Room($0, installation, data: data).report(only: only)
  }
  if json {
    try printJSON(reports)
  } else {
    for (report, exercise) in zip(reports, exercises) {
      print(Screen.report(report, title: exercise.title), terminator: "")
    }
  }
  return status(of: reports)
}

/// `grader hint`: the next hint of a check.
func hint(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let id = try arguments.next("The check's name")
  try arguments.finish("hint")
  let (_, check) = try Catalogue.check(id)
  let shown = HintsShown(try .find())
  let number = try shown.next(of: check)
  print(Screen.hint(of: check, number: number), terminator: "")
  return Status.allPoints
}

/// `grader derive`: stubs, tests, answer keys.
func derive(_ arguments: Arguments) throws -> Int32 {
  try arguments.finish("derive")
  let installation = try Installation.find()
  for exercise in Catalogue.exercises {
    let derivation = try Derivation(
      exercise, installation: installation, seed: Catalogue.publicSeed)
    for (path, text) in try derivation.texts().sorted(by: { $0.key < $1.key }) {
      guard FileManager.default.contents(atPath: path) != text else { continue }
      try AtomicFile.write(text, to: path)
      print("wrote \(path)")
    }
    let key = try derivation.answerKey()
    let path = installation.answerKey(of: exercise)
    guard (try? AnswerKey(contentsOf: path)) != key else { continue }
    try key.write(to: path)
    print("wrote \(path): \(key.count) answers")
  }
  return Status.allPoints
}

func status(of reports: [Report]) -> Int32 {
  if reports.contains(where: \.hasGraderFault) { return Status.graderFailed }
  return reports.allSatisfy { $0.points == $0.possible }
    ? Status.allPoints : Status.pointsMissing
}

func printJSON(_ values: [some Encodable]) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  print(String(decoding: try encoder.encode(values), as: UTF8.self))
}
