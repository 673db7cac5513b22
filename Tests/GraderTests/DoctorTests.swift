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
      Set(findings.keys) == [
        "compiler", "package", "scratch", "building", "kernels", "data", "sandbox",
      ])
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
    #expect(try findings(of: run)["building"]?.state == .missing)
  }

  @Test("A compiler that is there and cannot build is found, with what it says")
  func brokenCompiler() throws {
    let folder = try ScratchFolder()
    let program = "\(folder.path)/swiftc"
    let script = """
      #!/bin/sh
      [ "$1" = --version ] && { echo Swift version 6; exit; }
      echo 'error: unable to load library' >&2
      exit 1
      """
    try AtomicFile.write(Data("\(script)\n".utf8), to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let run = try GraderCommand(
      ["doctor", "--json"], environment: ["PATH": "\(folder.path):/usr/bin:/bin"])
    #expect(run.status == 2)
    #expect(try findings(of: run)["compiler"]?.state == .there)
    let building = try #require(try findings(of: run)["building"])
    #expect(building.state == .missing)
    #expect(building.sentence.hasSuffix("unable to load library"))
  }

  @Test("An empty GRADUS_DATA counts as not set, and is named")
  func emptyDataFolder() throws {
    let run = try GraderCommand(["doctor", "--json"], environment: ["GRADUS_DATA": ""])
    #expect(run.status == 0)
    #expect(
      try findings(of: run)["data"]?.sentence.hasPrefix("GRADUS_DATA is empty, which counts as")
        == true)
  }

  @Test(
    "A TMPDIR that is not there, or that the compiler fails over, is found once and named",
    arguments: ["/no/such/folder", "/tmp/100%"])
  func badTemporaryFolder(path: String) throws {
    let run = try GraderCommand(["doctor", "--json"], environment: ["TMPDIR": path])
    #expect(run.status == 2)
    let missing = try findings(of: run).values.filter { $0.state == .missing }
    #expect(Set(missing.map(\.topic)) == ["scratch", "building"])
    #expect(missing.count { $0.sentence.contains(path) } == 1)
  }

  @Test("A data folder that is not one is missing, and the rest is looked at all the same")
  func noData() throws {
    let run = try GraderCommand(["doctor", "--data", "/no/such/folder"])
    #expect(run.status == 2)
    #expect(run.output.contains("✗ data      There is no folder /no/such/folder to read"))
    #expect(run.output.contains("✓ compiler  "))
  }
}
