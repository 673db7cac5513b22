import Checks
import Foundation
import Proofs
import Testing

@Suite("grader explain", .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
struct ExplainTests {
  /// Explains a check of the reference, one passage of which reads otherwise.
  private func explanation(
    _ check: String, file: String, _ old: String, _ new: String
  ) throws -> GraderCommand {
    let exercise = try Catalogue.check(check).exercise
    let copy = try PackageCopy()
    try copy.write(sample: "reference", of: exercise)
    let room = "Exercises/\(exercise.folder)"
    let text = try String(
      contentsOfFile: "\(copy.folder.path)/\(room)/\(file)", encoding: .utf8)
    try #require(text.contains(old))
    try copy.write(text.replacingOccurrences(of: old, with: new), to: "\(room)/\(file)")
    return try GraderCommand(["explain", check], of: copy)
  }

  @Test("Shows the smallest case that comes back wrong, what is expected beside what came")
  func smallest() throws {
    let result = try explanation(
      "05.relu.forward", file: "ReLU.swift", "(max(x, 0), x)", "(max(x, 1), x)")
    #expect(result.status == 1)
    #expect(
      result.output.hasSuffix(
        """

          A small case to follow by hand, the smallest that comes back wrong:

          relu.forward of x [1, 1] = [0.5]

            x [1, 1]
            0.5

            yours [1, 1]    expected [1, 1]
            1✗              0.5


        """), "\(result.output)")
  }

  @Test("Shows the labels that go in, and marks the entries that differ and no others")
  func marks() throws {
    let wrong = try explanation(
      "05.crossEntropy.gradient", file: "CrossEntropyFromLogits.swift",
      "Tensor(oneHot: labels, count: classes)",
      "Tensor(oneHot: labels.map { max($0, 1) }, count: classes)")
    #expect(wrong.output.contains("    the labels [1]\n    0\n"), "\(wrong.output)")
    #expect(
      wrong.output.hasSuffix(
        """
            yours [1, 2]              expected [1, 2]
             0.924142✗  -0.924142✗    -0.0758582   0.0758582


        """), "\(wrong.output)")
  }

  @Test("Of a graph it is the smallest node whose gradient is wrong")
  func graph() throws {
    let wrong = try explanation(
      "07.arithmetic.multiply", file: "NodeArithmetic.swift", "summed($0 * x, to: y.shape)",
      "summed($0 * y, to: y.shape)")
    #expect(
      wrong.output.hasSuffix(
        """
          backward of (a * b), a [] = [0.5], b [] = [-1.0], upstream [] = [2]

            a
            0.5

            b
            -1

            upstream
            2

            the gradient at b
            yours    expected
            -2✗      1


        """), "\(wrong.output)")
  }

  @Test("Of a training loop it is a run of a sample or three, beside what was said of it in words")
  func loop() throws {
    let wrong = try explanation(
      "05.solver.batches", file: "Solver.swift", "to: order.count, by: batchSize",
      "to: order.count - batchSize + 1, by: batchSize")
    #expect(
      wrong.output.contains("\n  solver of trainEpoch on 3 samples, batchSize 2, 1 epoch\n"),
      "\(wrong.output)")
    #expect(
      wrong.output.contains("\n    the number of steps\n    yours    expected\n    1✗       2\n"),
      "\(wrong.output)")
  }

  @Test("Names no mistake of a part whose ground, in another file, is at fault")
  func groundAtFault() throws {
    let wrong = try explanation(
      "02.checker.accepts", file: "Differences.swift", "(f(x + step) - f(x - step))",
      "(f(x + step) - f(x))")
    #expect(!wrong.output.contains("This is exactly"))
    #expect(
      wrong.output.contains("02.gradient.value asks, which has not passed: look there first."))
  }

  @Test("Of a file that does not compile it shows the line, and the place in it")
  func doesNotCompile() throws {
    let broken = try explanation(
      "05.relu.forward", file: "ReLU.swift", "(max(x, 0), x)", "(max(x, 0), y)")
    #expect(broken.output.contains("does not compile: cannot find 'y' in scope"))
    let quote = "      (max(x, 0), y)\n" + String(repeating: " ", count: 18) + "^\n"
    #expect(broken.output.contains(quote), "\(broken.output)")
  }

  @Test("Says what blocks a check, and what is to be written")
  func blocked() throws {
    let blocked = try explanation(
      "05.net.regularization", file: "ReLU.swift", "(max(x, 0), x)", "(max(x, 1), x)")
    #expect(blocked.output.contains("It builds on 05.net.loss, which must pass first."))
    #expect(blocked.status == 1)
  }
}
