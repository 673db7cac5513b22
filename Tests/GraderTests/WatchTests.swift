import Checks
import Foundation
import Proofs
import Testing

@testable import Grading

@Suite("grader check --watch", .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
final class WatchTests {
  private let copy: PackageCopy
  private let room = "Exercises/05-NeuralNetworks"
  private let relu: String
  private let grader: RunningGrader
  private var read = 0

  init() throws {
    copy = try PackageCopy()
    try copy.write(sample: "reference", of: try Catalogue.exercise("05"))
    relu = try String(
      contentsOfFile: "\(copy.folder.path)/\(room)/ReLU.swift", encoding: .utf8)
    grader = try RunningGrader(["check", "05", "--watch"], of: copy)
  }

  /// What is printed up to the end of the round in which `words` stand.
  private func next(_ words: String) throws -> String {
    let text = try #require(grader.waits(toPrint: words, after: read), "\(grader.output)")
    read += text.count
    return text
  }

  private func save(_ old: String, _ new: String) throws {
    try copy.write(relu.replacingOccurrences(of: old, with: new), to: "\(room)/ReLU.swift")
  }

  @Test(
    "Says after each save what got worse and better, what was saved first, and ends with Ctrl-C")
  func saves() throws {
    _ = try next("All 100 points.")
    try save("(max(x, 0), x)", "(max(x, 0) * 2, x)")
    let worse = try next("71 of 100 points.\n")
    let lines = worse.split(separator: "\n")
    let first = try #require(lines.firstIndex { $0.hasPrefix("ReLU.swift") })
    #expect(lines[first + 1].hasPrefix("  ✗ 05.relu.forward"))
    #expect(worse.contains("Every number is 2 times what is expected."))
    #expect(worse.contains("Worse: 05.relu.forward"))
    // What only rests on it stands in a line.
    #expect(!worse.contains("net.forward of a network"))
    // What builds on it needs no optimised build to be blocked.
    #expect(!worse.contains("this takes longer"))

    try save("(max(x, 0), x)", "(max(x, 0) +, x)")
    #expect(try next("does not compile").contains("ReLU.swift, line 17"))
    _ = try next("points.\n")

    try save("", "")
    let better = try next("100 of 100 points.\n")
    #expect(better.contains("Better: 05.relu.forward"))
    #expect(better.contains("this takes longer"))
    #expect(grader.end(by: SIGINT) == 0)
    #expect(grader.errors.isEmpty)
  }

  @Test("Asks no training again where nothing under it was saved")
  func keepsTraining() throws {
    _ = try next("All 100 points.")
    let file = "\(room)/Sigmoid.swift"
    let text = try String(contentsOfFile: "\(copy.folder.path)/\(file)", encoding: .utf8)
    try copy.write("// Mine.\n" + text, to: file)
    let round = try next("100 of 100 points.\n")
    #expect(round.contains("Nothing better or worse."))
    #expect(round.contains("✓ 05.sigmoid.forward"))
    #expect(!round.contains("✓ 05.relu.forward"))
    #expect(grader.end(by: SIGTERM) == 0)
  }

  @Test("A save that comes before all is asked is told, and all is asked anew")
  func overtaken() throws {
    _ = try next("All 100 points.")
    try save("(max(x, 0), x)", "(max(x, 0) * 2, x)")
    _ = try next("ReLU.swift\n")
    try save("(max(x, 0), x)", "(max(x, 0) * 3, x)")
    _ = try next("saved again before all was asked\n")
    let round = try next("71 of 100 points.\n")
    #expect(round.contains("Every number is 3 times what is expected."))
    #expect(grader.end(by: SIGINT) == 1)
  }

  @Test("A file that is saved twice with the same contents is no news")
  func touched() throws {
    _ = try next("All 100 points.")
    try save("", "")
    try save("(max(x, 0), x)", "(max(x, 0) * 2, x)")
    let round = try next("71 of 100 points.\n")
    #expect(round.ranges(of: "ReLU.swift").count == 1)
    _ = grader.end(by: SIGINT)
  }
}
