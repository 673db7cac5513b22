import Foundation
import Testing

@testable import Grading

/// A new exercise needs a line in the manifest and a folder, and finds the rest of the house ready.
@Suite("The course")
struct CourseTests {
  private let course: ToyCourse

  init() throws {
    course = try ToyCourse()
  }

  @Test("What is given, what is to be written and what is built on is read off the folders")
  func rooms() throws {
    let rooms = try CourseSource(root: course.folder.path).rooms
    #expect(rooms.map(\.number) == ["01", "02"])
    #expect(rooms.map(\.title) == ["Twice as much", "Four times as much"])
    #expect(rooms.map(\.files) == [["Doubling.swift"], ["Quadrupling.swift"]])
    #expect(rooms.map(\.given) == [["Step.swift"], []])
    #expect(rooms.map(\.buildsOn) == [[], ["01"]])
  }

  @Test("The rules of the house hold for an exercise that nobody has told them of")
  func rulesHold() throws {
    try course.derive()
    let rules = HouseRules(root: course.folder.path)
    var found = try rules.longFiles() + rules.strayExercises()
    #expect(found == [])

    try course.put(String(repeating: "//\n", count: 121), at: "Solutions/02-Quadrupling/Long.swift")
    try course.put("import Grading\n", at: "Exercises/01-Doubling/Step.swift")
    try course.put("import Exercise02\n", at: "Solutions/01-Doubling/Step.swift")
    try course.put("", at: "Solutions/03-Forgotten/A.swift")
    try course.put("", at: "Tests/ExerciseTests/Exercise07Tests.swift")
    found = try rules.longFiles() + rules.strayExercises()
    #expect(
      found == [
        "Solutions/02-Quadrupling/Long.swift has 121 lines",
        "Solutions/03-Forgotten is not in the list of Package.swift",
        "Tests/ExerciseTests/Exercise07Tests.swift has no exercise",
      ])
    found = try rules.strangeImports()
    #expect(found.contains("Exercises/01-Doubling/Step.swift imports [\"Grading\"]"))
    #expect(found.contains("Solutions/01-Doubling/Step.swift imports [\"Exercise02\"]"))
  }

  @Test("A list that is no list, a name that is none and a handout without its title are told")
  func faults() throws {
    func sentence(_ manifest: String) throws -> String {
      try course.put(manifest, at: "Package.swift")
      let error = #expect(throws: GraderError.self) { try CourseSource(root: course.folder.path) }
      return error.map(Sentences.error) ?? ""
    }
    #expect(try sentence("let package = 1").contains("there is no 'let course = [ … ]' in it"))
    #expect(try sentence("let course = [\"1-Toy\"]").contains("'1-Toy' is no name"))
    #expect(
      try sentence("let course = [\"02-Quadrupling\", \"01-Doubling\"]").contains(
        "not in the order"))
    #expect(try sentence("let course = [\"09-Nowhere\"]").contains("README.md cannot be read"))
    let more = "Solutions/01-Doubling/More.swift"
    try course.put("// begin 1.3: Which one is missing?\n// end\n", at: more)
    #expect(
      try sentence("let course = [\"01-Doubling\"]").hasSuffix(
        "its parts are 1.1 and 1.3, expected 1.1 and 1.2."))
    try course.put("# Something else\n", at: "Exercises/01-Doubling/README.md")
    #expect(try sentence("let course = [\"01-Doubling\"]").contains("its first line is not"))
  }

  @Test("An exercise is linked with the student's earlier work, and graded on the reference's")
  func earlierMistakesAreNotPaidForTwice() throws {
    try course.derive()
    let stub = "Exercises/01-Doubling/Doubling.swift"
    let solution = try String(
      contentsOfFile: "\(course.folder.path)/Solutions/01-Doubling/Doubling.swift", encoding: .utf8)
    try course.put(solution.replacing("2 * x", with: "3 * x"), at: stub)
    let solved = try String(
      contentsOfFile: "\(course.folder.path)/Solutions/02-Quadrupling/Quadrupling.swift",
      encoding: .utf8)
    try course.put(solved, at: "Exercises/02-Quadrupling/Quadrupling.swift")

    let wrong = try course.verdict(of: course.doubling, on: .reference)
    #expect(wrong.verdict == .failed)
    #expect(wrong.message.contains("exactly what comes out when three times as much is returned"))
    #expect(try course.verdict(of: course.quadrupling, on: .own).verdict == .failed)
    #expect(try course.verdict(of: course.quadrupling, on: .reference).verdict == .passed)

    // What is not written in the first, or does not compile there, is told of the first.
    try course.put(
      solution.replacing("return 2 * x", with: "unfinished(\"1.1\")"), at: stub)
    let unwritten = try course.verdict(of: course.quadrupling, on: .own)
    #expect(unwritten.verdict == .unfinished)
    #expect(unwritten.message == "It builds on exercise 01, where part 1.1 is still to be written.")
    try course.put(solution.replacing("2 * x", with: "2 * y"), at: stub)
    let blocked = try course.verdict(of: course.quadrupling, on: .own)
    #expect(blocked.verdict == .doesNotCompile)
    #expect(
      blocked.message.hasPrefix(
        "In exercise 01, which this one builds on, Doubling.swift, line 8, does not compile: "),
      "\(blocked.message)")
    #expect(try course.verdict(of: course.quadrupling, on: .reference).verdict == .passed)
    try FileManager.default.removeItem(atPath: "\(course.folder.path)/\(stub)")
    #expect(
      try course.verdict(of: course.quadrupling, on: .own).message
        == "In exercise 01, which this one builds on, Doubling.swift is missing.")
  }
}
