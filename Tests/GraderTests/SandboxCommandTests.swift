import Checks
import Foundation
import Grading
import Testing

@Suite("grader batch and its sandbox")
struct SandboxCommandTests {
  /// A folder with one submission, of which nothing is to be graded, and a search path without
  /// bubblewrap but `programs`.
  private struct Place {
    let folder: ScratchFolder

    /// Whether it has another bubblewrap; what else there is on the system goes with it.
    private let hasProgram: Bool
    var submissions: String { "\(folder.path)/class" }
    var output: String { "\(folder.path)/out" }

    init(bwrap script: String? = nil) throws {
      folder = try ScratchFolder()
      hasProgram = script != nil
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/class/ann", withIntermediateDirectories: true)
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/bin", withIntermediateDirectories: true)
      let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
      let compiler = try #require(
        path.split(separator: ":").map { "\($0)/swiftc" }.first(
          where: FileManager.default.isExecutableFile))
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/bin/swiftc", withDestinationPath: compiler)
      guard let script else { return }
      try AtomicFile.write(Data("#!/bin/sh\n\(script)\n".utf8), to: "\(folder.path)/bin/bwrap")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/bin/bwrap")
    }

    func batch(_ words: [String] = []) throws -> GraderCommand {
      try GraderCommand(
        ["batch", submissions, "--exercise", "01", "--output", output] + words,
        environment: ["PATH": "\(folder.path)/bin" + (hasProgram ? ":/usr/bin:/bin" : "")])
    }
  }

  @Test("Where bubblewrap is missing it says in one line how to install it, and touches nothing")
  func missing() throws {
    let place = try Place()
    let run = try place.batch()
    #expect(run.status == 2)
    #expect(
      run.errors == "grader: Strangers' code is run in a sandbox, and bubblewrap is not there. "
        + "Install it: sudo apt-get install -y bubblewrap. Or grade without: --sandbox none.\n")
    #expect(!FileManager.default.fileExists(atPath: place.output))
  }

  @Test("Where the system forbids namespaces it says so in bubblewrap's words, and grades nobody")
  func forbidden() throws {
    let words = "bwrap: No permissions to create new namespace"
    let place = try Place(bwrap: "echo '\(words)' >&2; exit 1")
    let run = try place.batch()
    #expect(run.status == 2)
    #expect(
      run.errors.contains("grader: bubblewrap cannot make a sandbox on this system (\(words))."))
    #expect(!FileManager.default.fileExists(atPath: "\(place.output)/gradebook.csv"))
  }

  @Test("A bubblewrap that runs nothing is none")
  func silent() throws {
    let run = try Place(bwrap: "exit 0").batch()
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("grader: "), "\(run.errors)")
  }

  @Test("grader doctor names it, or how to get it")
  func doctor() throws {
    let place = try Place()
    let run = try GraderCommand(
      ["doctor", "--json"], environment: ["PATH": "\(place.folder.path)/bin"])
    let findings = try JSONDecoder().decode([Finding].self, from: Data(run.output.utf8))
    let sandbox = try #require(findings.first { $0.topic == "sandbox" })
    #expect(sandbox.state == .absent)
    #expect(sandbox.sentence.contains("sudo apt-get install -y bubblewrap"))
  }

  @Test(
    "A report says which it was, and is made anew for another",
    .enabled(if: hasSandbox, "bubblewrap is not there, or may not make namespaces"))
  func report() throws {
    let folder = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/class/ann", withIntermediateDirectories: true)
    let words = [
      "batch", "\(folder.path)/class", "--exercise", "01", "--output", "\(folder.path)/out",
      "--json",
    ]
    for sandbox in ["bwrap", "none"] {
      let run = try GraderCommand(words + ["--sandbox", sandbox])
      #expect(run.status == 0, "\(run.errors)")
      #expect(try run.reports().map(\.sandbox) == [sandbox])
    }
  }
}
