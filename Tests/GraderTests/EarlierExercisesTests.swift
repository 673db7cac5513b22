import Checks
import Foundation
import Proofs
import Testing

@Suite(
  "An exercise that builds on earlier ones", .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs")
)
struct EarlierExercisesTests {
  @Test("It is suspected of an earlier one's mistakes until all of that has passed as it is")
  func suspicion() throws {
    let copy = try PackageCopy()
    try copy.write(sample: "reference", of: try Catalogue.exercise("05"))
    try copy.write(sample: "reference", of: try Catalogue.exercise("06"))
    let file = "Exercises/06-Tuning/LeakyReLU.swift"
    let text = try String(contentsOfFile: "\(copy.folder.path)/\(file)", encoding: .utf8)
    try copy.write(text.replacing("slope *", with: "2 * slope *"), to: file)
    func note() throws -> Bool {
      let run = try GraderCommand(["check", "06", "--only", "leakyReLU"], of: copy)
      #expect(run.status == 1)
      return run.output.contains("It uses your own exercise 05: a mistake there can show up here.")
    }
    #expect(try note())
    _ = try GraderCommand([], of: copy)
    #expect(try !note())

    // The solution does without exercise 04, and this file does not.
    try copy.write("import Exercise04\n" + text.replacing("slope *", with: "2 * slope *"), to: file)
    let run = try GraderCommand(["check", "06", "--only", "leakyReLU"], of: copy)
    #expect(run.output.contains("It uses your own exercise 04: a mistake there can show up here."))
    #expect(!run.output.contains("does not compile"))
  }
}
