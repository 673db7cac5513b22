import Checks
import Foundation
import Proofs
import Testing

@Suite("grader explain", .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
struct ExplainTests {
  private let room = "Exercises/05-NeuralNetworks"

  private func explanation(
    _ check: String, file: String, _ old: String, _ new: String
  ) throws -> GraderCommand {
    let copy = try PackageCopy()
    try copy.write(sample: "reference", of: try Catalogue.exercise("05"))
    let path = "\(copy.folder.path)/\(room)/\(file)"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try #require(old.isEmpty || text.contains(old))
    try copy.write(text.replacingOccurrences(of: old, with: new), to: "\(room)/\(file)")
    return try GraderCommand(["explain", check], of: copy)
  }

  @Test("Shows the smallest call that comes back wrong, what is expected beside what came")
  func smallest() throws {
    let result = try explanation(
      "05.relu.forward", file: "ReLU.swift", "(max(x, 0), x)", "(max(x, 1), x)")
    #expect(result.status == 1)
    #expect(
      result.output.hasSuffix(
        """

          The smallest of 22 wrong answers (23 were compared):

          relu.forward of x [1] = [-0.7830034648]

            x [1]
            -0.783003

            yours [1]    expected [1]
            1✗           0


        """), "\(result.output)")
  }

  @Test("Shows all that goes in, labels too, and marks the entries that differ alone")
  func wholeCall() throws {
    let result = try explanation(
      "05.net.gradient", file: "CrossEntropyFromLogits.swift", "(-logProb", "(-logProb")
    #expect(result.status == 0)
    #expect(result.output.contains("It passes: there is nothing to explain."))
    let wrong = try explanation(
      "05.crossEntropy.gradient", file: "CrossEntropyFromLogits.swift",
      "return (probabilities - ", "return (probabilities * 2 - ")
    #expect(wrong.output.contains("the logits ["))
    #expect(wrong.output.contains("the labels ["))
    #expect(wrong.output.contains("✗"))
  }

  @Test("Says what blocks a check, and what is to be written")
  func blocked() throws {
    let blocked = try explanation(
      "05.net.regularization", file: "ReLU.swift", "(max(x, 0), x)", "(max(x, 1), x)")
    #expect(blocked.output.contains("It builds on 05.net.loss, which must pass first."))
    #expect(blocked.status == 1)
  }
}
