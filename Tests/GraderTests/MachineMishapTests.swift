import Foundation
import Grading
import Testing

/// Each costs nobody points and nobody's report: one sentence with the cure, and status 2.
@Suite("Mishaps of the machine")
struct MachineMishapTests {
  @Test(
    "A bad TMPDIR is named, with the cure", arguments: ["/no/such/folder", "/tmp/100%", "/tmp/é"])
  func badTemporaryFolder(path: String) throws {
    let run = try GraderCommand(["check", "05"], environment: ["TMPDIR": path])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("grader: "))
    #expect(run.errors.contains(path))
    #expect(run.errors.hasSuffix("TMPDIR=/tmp.\n"))
    #expect(run.errors.count { $0 == "\n" } == 1)
  }

  @Test("A TMPDIR from where the grader is started will do, and nothing is left in it")
  func relativeTemporaryFolder() throws {
    let folder = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/a 'b'", withIntermediateDirectories: false)
    let run = try GraderCommand(
      ["check", "05", "--only", "sigmoid.forward", "--json"], environment: ["TMPDIR": "a 'b'"],
      in: folder.path)
    #expect(try run.reports()[0].hasGraderFault == false, "\(run.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/a 'b'").isEmpty)
  }

  @Test("An empty GRADUS_DATA is none")
  func emptyDataFolder() throws {
    let run = try GraderCommand(
      ["check", "05", "--only", "sigmoid.forward", "--json"], environment: ["GRADUS_DATA": ""])
    #expect(try !run.reports()[0].hasGraderFault, "\(run.errors)")
  }

  @Test(
    "A report that could not be written does not look like one that was",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [
      "check 05 --only sigmoid.forward --json", "check 05 --only sigmoid.forward", "doctor --json",
      "help",
    ])
  func lostOutput(words: String) throws {
    let run = try shell("exec \"$0\" \(words) >/dev/full")
    #expect(run.status == 2)
    #expect(
      run.errors == "grader: What was to be printed is lost: standard output cannot be written: "
        + "No space left on device. Send it elsewhere and run the same command again.\n")
  }

  @Test(
    "Where nobody hears what it says it ends as it would have",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func lostErrors() throws {
    #expect(try shell("exec \"$0\" chekc 2>/dev/full").status == 2)
  }

  @Test("A compiler that is killed is a fault of the grader, and no report says 0 points")
  func killedCompiler() throws {
    let folder = try ScratchFolder()
    let program = "\(folder.path)/swiftc"
    try AtomicFile.write(Data("#!/bin/sh\nkill -9 $$\n".utf8), to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let run = try GraderCommand(
      ["check", "05", "--json"], environment: ["PATH": "\(folder.path):/usr/bin:/bin"])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("grader: The compiler was killed, twice, as the system does when"))
  }

  /// Runs `script` with the built grader as `$0`.
  private func shell(_ script: String) throws -> (status: Int32, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script, "\(try Installation.find().products)/grader"]
    process.currentDirectoryURL = URL(fileURLWithPath: try Installation.find().root)
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let data = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
