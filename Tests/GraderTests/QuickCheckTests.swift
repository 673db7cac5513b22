import Checks
import Foundation
import Proofs
import Testing

@Suite(
  "One check, asked of code that is not optimised",
  .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
struct QuickCheckTests {
  private let room = "Exercises/05-NeuralNetworks"

  private func check(_ relu: String, _ only: String) throws -> GraderCommand {
    let copy = try PackageCopy()
    try copy.write(sample: "reference", of: try Catalogue.exercise("05"))
    try copy.write(relu, to: "\(room)/ReLU.swift")
    return try GraderCommand(["check", "05", "--only", only], of: copy)
  }

  private func relu(_ lines: String) throws -> String {
    let path = "Solutions/05-NeuralNetworks/ReLU.swift"
    return try String(contentsOfFile: path, encoding: .utf8)
      .replacingOccurrences(of: "    (max(x, 0), x)", with: "\(lines)\n    return (max(x, 0), x)")
  }

  @Test("Passes where it is in time when it is optimised")
  func slowPasses() throws {
    let busy = """
          var state: UInt64 = 88172645463325252
          for _ in 0..<12_000_000 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
          }
          if state == 0 { print(state) }
      """
    #expect(try check(try relu(busy), "relu.forward").status == 0)
  }

  @Test("Is stopped where it never ends")
  func endlessIsStopped() throws {
    let endless = "    var n = 1\n    while n > 0 { n = n % 7 + 1 }\n    print(n)"
    let result = try check(try relu(endless), "relu.forward")
    #expect(result.status == 1)
    #expect(result.output.contains("No answer after 2 s of computing"))
  }

  @Test("Is told the line in which it crashes")
  func crashHasLine() throws {
    let crash = "    let entries = [1.0]\n    if entries[x.count] > 2 { print(entries) }"
    let result = try check(try relu(crash), "relu.forward")
    #expect(result.output.contains("ReLU.swift, line 18: \"Index out of range\""))
  }

  @Test("A function that nobody else may call is refused, as where it is graded")
  func notPublic() throws {
    let copy = try PackageCopy()
    try copy.write(sample: "reference", of: try Catalogue.exercise("01"))
    let solution = try String(
      contentsOfFile: "Solutions/01-WarmUp/Statistics.swift", encoding: .utf8)
    #expect(solution.contains("public func rowMeans("))
    try copy.write(
      solution.replacingOccurrences(of: "public func rowMeans(", with: "func rowMeans("),
      to: "Exercises/01-WarmUp/Statistics.swift")
    for only in [["--only", "rows.means"], []] {
      let result = try GraderCommand(["check", "01"] + only, of: copy)
      #expect(result.status == 1)
      #expect(result.output.contains("`rowMeans` must be there and be public"))
    }
  }
}
