import Checks
import Foundation
import Proofs
import Testing

@Suite("grader playground", .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
struct PlaygroundCommandTests {
  @Test("Writes one page of a finished exercise, the same at each call, and says how far it is")
  func writes() throws {
    let copy = try PackageCopy()
    try copy.write(sample: "reference", of: try Catalogue.exercise("05"))
    let pages = try ["one.html", "two.html"].map { name in
      let run = try GraderCommand(["playground", "--output", name], of: copy)
      #expect(run.status == 0)
      #expect(run.output == "Open \(name) in a browser: it needs no network.\n")
      #expect(run.errors.hasPrefix("[ 24/240] XOR, ReLU; about "))
      #expect(run.errors.hasSuffix("[240/240] clusters, sigmoid\n"))
      return try Data(contentsOf: URL(fileURLWithPath: "\(copy.folder.path)/\(name)"))
    }
    #expect(pages[0] == pages[1])
    #expect(pages[0].count < 3_000_000)
  }

  @Test("Names the first part that is missing, and writes nothing")
  func unfinished() throws {
    let copy = try PackageCopy()
    let run = try GraderCommand(["playground"], of: copy)
    #expect(run.status == 1)
    #expect(
      run.errors
        == "The playground runs on your exercise 05, of which part 5.1 is still to be written, in "
        + "Exercises/05-NeuralNetworks/Sigmoid.swift.\n")
    #expect(!FileManager.default.fileExists(atPath: "\(copy.folder.path)/playground.html"))
  }

  @Test("Writes over nothing that is no page")
  func otherFile() throws {
    let copy = try PackageCopy()
    let file = "Exercises/05-NeuralNetworks/Affine.swift"
    let before = try copy.contents(of: "Exercises")
    let run = try GraderCommand(["playground", "--output", file], of: copy)
    #expect(run.status == 2)
    #expect(run.errors.contains("ends in .html, not '\(file)'"))
    #expect(try copy.contents(of: "Exercises") == before)
  }
}
