import Foundation
import Grading
import Testing

@Suite("grader doctor")
struct DoctorTests {
  private func findings(of run: GraderCommand) throws -> [String: Finding] {
    let findings = try JSONDecoder().decode([Finding].self, from: Data(run.output.utf8))
    return Dictionary(uniqueKeysWithValues: findings.map { ($0.topic, $0) })
  }

  @Test("Where the tests run, all is there that is needed, and the vectors are named")
  func allThere() throws {
    let run = try GraderCommand(["doctor", "--json"])
    #expect(run.status == 0)
    let findings = try findings(of: run)
    #expect(
      Set(findings.keys) == ["compiler", "package", "kernels", "scratch", "data", "sandbox"])
    #expect(findings["compiler"]?.sentence.contains("Swift version") == true)
    #expect(
      findings["data"]?.sentence
        == "synthetic CIFAR-10, made when it is asked for; GRADUS_DATA names a folder with the "
        + "real one")
    let kernels = try #require(findings["kernels"]?.sentence)
    #expect(["AVX", "SSE", "NEON"].contains { kernels.contains($0) }, "\(kernels)")
  }

  @Test("Without a compiler on the search path it names the cure, and ends with status 2")
  func noCompiler() throws {
    let run = try GraderCommand(["doctor", "--json"], environment: ["PATH": "/nowhere"])
    #expect(run.status == 2)
    let compiler = try #require(try findings(of: run)["compiler"])
    #expect(compiler.state == .missing)
    #expect(compiler.sentence.contains("Install Swift from https://swift.org/install"))
  }

  @Test("A data folder that is not one is missing, and the rest is looked at all the same")
  func noData() throws {
    let run = try GraderCommand(["doctor", "--data", "/no/such/folder"])
    #expect(run.status == 2)
    #expect(run.output.contains("✗ data      There is no folder /no/such/folder to read"))
    #expect(run.output.contains("✓ compiler  "))
  }
}
