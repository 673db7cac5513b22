import Foundation
import Testing

@testable import Grading

@Suite("What is derived")
struct DerivedFilesTests {
  private let course: ToyCourse
  private let stub = "Exercises/01-Doubling/Doubling.swift"

  init() throws {
    course = try ToyCourse()
    try course.derive()
  }

  private func text(at path: String) throws -> String {
    try String(contentsOfFile: "\(course.folder.path)/\(path)", encoding: .utf8)
  }

  @Test("A stub that somebody has worked in is never written over, nor any other file beside it")
  func workIsKept() throws {
    try course.put("my work\n", at: stub)
    try course.put(
      try text(at: "Solutions/01-Doubling/Step.swift") + "// new\n",
      at: "Solutions/01-Doubling/Step.swift")
    let solution = try text(at: "Solutions/01-Doubling/Doubling.swift")
    try course.put(
      solution.replacing("How much is twice?", with: "Twice?"),
      at: "Solutions/01-Doubling/Doubling.swift")
    let error = #expect(throws: GraderError.self) { try course.derive() }
    guard case .edited([stub]) = error else {
      Issue.record("\(error.map(Sentences.error) ?? "nothing")")
      return
    }
    #expect(try text(at: stub) == "my work\n")
    #expect(try !text(at: "Exercises/01-Doubling/Step.swift").contains("new"))
  }

  @Test("A stub that nobody has touched follows its solution")
  func stubsFollow() throws {
    let solution = try text(at: "Solutions/01-Doubling/Doubling.swift")
    try course.put(
      solution.replacing("How much is twice?", with: "Twice?"),
      at: "Solutions/01-Doubling/Doubling.swift")
    try course.derive()
    #expect(try text(at: stub).contains("TODO: 1.1  Twice?"))
  }

  @Test("Work that says what would be derived is no reason to refuse")
  func sameTextIsNoEdit() throws {
    try FileManager.default.removeItem(atPath: "\(course.folder.path)/Data/Derived/01.sha256")
    try course.derive()
    #expect(DerivedFiles(of: course.doubling, root: course.folder.path).areUntouched([stub]))
  }

  @Test("An exercise is untouched until one of its files is written in")
  func untouched() throws {
    let files = DerivedFiles(of: course.doubling, root: course.folder.path)
    #expect(files.areUntouched([stub]))
    try course.put(try text(at: stub) + "\n", at: stub)
    #expect(!files.areUntouched([stub]))
    #expect(!files.areUntouched(["Exercises/01-Doubling/Missing.swift"]))
  }

  @Test("The handout's table lists files, their parts, the checks and what they are worth")
  func handoutTable() throws {
    let handout = try HandoutTable(course.doubling, root: course.folder.path).handout()
    #expect(handout.contains("| 1.1 | `Doubling.swift` |  | 0 |"))
    #expect(handout.contains("|  | all of them together | `doubling.value` | 100 |"))
  }

  @Test("A mistake that no check tells is refused before anything is derived")
  func strangeMistake() throws {
    let path = "Solutions/01-Doubling/mistakes.txt"
    try course.put(try text(at: path).replacing("doubling.value", with: "doubling.sum"), at: path)
    let error = #expect(throws: GraderError.self) {
      try Derivation(course.doubling, installation: course.installation, seed: 1).write()
    }
    #expect(
      error.map(Sentences.error)?.hasSuffix(
        "doubling.tripled is told by 01.doubling.sum, and exercise 01 has no such check.") == true)
  }

  @Test("A note in the handout's table is kept, and one beside it is no reason to refuse")
  func notesAreKept() throws {
    let handout = "Exercises/01-Doubling/README.md"
    func derive() throws {
      let table = HandoutTable(course.doubling, root: course.folder.path)
      let files = DerivedFiles(of: course.doubling, root: course.folder.path)
      _ = try files.write([:], passages: [try table.passage()])
      _ = try table.write()
    }
    try derive()
    try course.put(try text(at: handout) + "My note.\n", at: handout)
    try derive()
    #expect(try text(at: handout).contains("My note."))
    let noted = try text(at: handout).replacing("`doubling.value`", with: "`doubling.value` DONE")
    try course.put(noted, at: handout)
    #expect(throws: GraderError.self) { try derive() }
    #expect(try text(at: handout) == noted)
  }

  @Test("Nothing is derived where there are no solutions")
  func noSolutions() throws {
    try FileManager.default.removeItem(atPath: "\(course.folder.path)/Solutions")
    let error = #expect(throws: GraderError.self) {
      try Derivation(course.doubling, installation: course.installation, seed: 1)
    }
    #expect(error.map(Sentences.error)?.contains("'derive' is for the course's authors") == true)
  }
}
