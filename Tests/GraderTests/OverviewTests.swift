import Checks
import Foundation
import Proofs
import Testing

@testable import Grading

@Suite("grader, all exercises at a glance", .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
struct OverviewTests {
  private let room = "Exercises/05-NeuralNetworks"

  @Test("Does not ask again what has passed with the very same files, and asks all of others")
  func remembers() throws {
    let copy = try PackageCopy()
    try copy.write(sample: "reference", of: try Catalogue.exercise("05"))
    let first = try GraderCommand([], of: copy)
    #expect(first.output.contains("Exercise 05  100 of 100 points: 32 passed"))
    #expect(!first.output.contains("not asked again"))
    #expect(first.output.contains("In all       100 of \(Catalogue.exercises.count)00 points"))

    let second = try GraderCommand([], of: copy)
    #expect(second.output.contains("32 checks have passed before with the very same files"))

    let path = "\(copy.folder.path)/\(room)/ReLU.swift"
    let relu = try String(contentsOfFile: path, encoding: .utf8)
    try copy.write(
      relu.replacingOccurrences(of: "(max(x, 0), x)", with: "(max(x, 1), x)"),
      to: "\(room)/ReLU.swift")
    for _ in 1...2 {
      let wrong = try GraderCommand([], of: copy)
      #expect(wrong.output.contains("Exercise 05  71 of 100 points: 24 passed, 4 failed"))
      #expect(wrong.status == 1)
    }
    try copy.write(relu, to: "\(room)/ReLU.swift")
    let again = try GraderCommand([], of: copy)
    #expect(again.output.contains("Exercise 05  100 of 100 points: 32 passed"))
    // Who asks for a check is given an answer.
    #expect(!(try GraderCommand(["check", "05"], of: copy).output.contains("before")))
  }

  @Test("A bar is empty only without a point, and full only with all")
  func bar() {
    #expect(Screen.bar(0, of: 100).filter { $0 == "█" }.isEmpty)
    #expect(Screen.bar(1, of: 100).filter { $0 == "█" }.count == 1)
    #expect(Screen.bar(99, of: 100).filter { $0 == "█" }.count == 19)
    #expect(Screen.bar(105, of: 100).filter { $0 == "█" }.count == 20)
  }
}
