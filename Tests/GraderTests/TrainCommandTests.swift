import Checks
import Foundation
import Proofs
import Testing

@Suite("grader train", .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
struct TrainCommandTests {
  @Test("A file that does not compile is told with its line, as a check tells it")
  func doesNotCompile() throws {
    let copy = try PackageCopy()
    try copy.write(sample: "reference", of: try Catalogue.exercise("05"))
    try copy.write(
      "import Tensors\npublic struct Affine: {}\n",
      to: "Exercises/05-NeuralNetworks/Affine.swift")
    let run = try GraderCommand(["train", "05"], of: copy)
    #expect(run.status == 1)
    let last = run.errors.split(separator: "\n").last ?? ""
    #expect(last.hasPrefix("Affine.swift, line 2, does not compile: "), "\(run.errors)")
  }
}
