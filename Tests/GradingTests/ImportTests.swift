import Foundation
import Testing

@testable import Grading

@Suite("What an exercise may import")
struct ImportTests {
  private let course: ToyCourse

  /// The second exercise of the toy course, whose solution would not need the first.
  private let free: Exercise

  init() throws {
    course = try ToyCourse()
    try course.derive()
    let exercise = course.quadrupling
    free = Exercise(
      number: exercise.number, title: exercise.title, folder: exercise.folder,
      files: exercise.files, before: [course.doubling],
      plan: ExercisePlan(checks: [:], together: []))
  }

  private func build(_ exercise: Exercise, on earlier: Workshop.Earlier) throws -> Build {
    try Workshop(exercise, installation: course.installation, on: earlier)
      .buildRoom("\(course.folder.path)/Exercises/\(exercise.folder)")
  }

  @Test(
    "Any exercise before it, ours or the student's own, though the solution does without",
    arguments: [Workshop.Earlier.reference, .own])
  func earlier(whose: Workshop.Earlier) throws {
    try course.put(
      """
      @preconcurrency import struct Exercise01.Doubling
      import Tensors

      public func quadrupled(_ x: Tensor) -> Tensor { Doubling()(Doubling()(x)) }

      """, at: "Exercises/\(free.folder)/Quadrupling.swift")
    let build = try build(free, on: whose)
    #expect(build.standIns.map(Sentences.reason) == [])
    #expect(build.earlierStandIns.isEmpty)
  }

  @Test("None behind it, which is said with what may be imported")
  func later() throws {
    try course.put(
      "import Exercise02\nimport Tensors\n", at: "Exercises/01-Doubling/Doubling.swift")
    let build = try build(course.doubling, on: .reference)
    #expect(
      build.standIns.map(Sentences.reason) == [
        "Doubling.swift, line 1, does not compile: no such module 'Exercise02'; an exercise can import "
          + "those before it."
      ])
  }

  @Test("What a student's earlier files import is looked into as well, though ours do without")
  func inTurn() throws {
    let third = Exercise(
      number: "03", title: "", folder: "03-Third", files: ["Third.swift"],
      before: [course.doubling, free], plan: ExercisePlan(checks: [:], together: []))
    func behind() -> [String] { OwnWork.behind(third, course.installation).map(\.number) }
    let room = "Exercises/\(free.folder)/Quadrupling.swift"
    #expect(behind() == [])
    try course.put("import Exercise02\n", at: "Exercises/03-Third/Third.swift")
    try course.put("import Tensors\n", at: room)
    #expect(behind() == ["02"])
    try course.put("import Exercise01\n", at: room)
    #expect(behind() == ["01", "02"])
  }

  @Test("What is imported comes behind what it needs itself, once, and not by a word in a comment")
  func order() throws {
    let third = Exercise(
      number: "03", title: "", folder: "03-Third", files: [],
      before: [course.doubling, course.quadrupling],
      plan: ExercisePlan(checks: [:], together: []))
    func behind(_ text: String) -> [String] { third.behind([Data(text.utf8)]).map(\.number) }
    #expect(behind("import Exercise02\nimport Exercise01\n") == ["01", "02"])
    #expect(behind("// import Exercise02\nlet a = \"import Exercise01\"\n") == [])
    #expect(behind("import  class\tExercise02.Node\n") == ["01", "02"])
    #expect(behind("import Exercise04\n") == [])
    #expect(course.quadrupling.imported(by: [Data()]).map(\.number) == ["01"])
    #expect(free.imported(by: [Data()]).isEmpty)
  }
}
