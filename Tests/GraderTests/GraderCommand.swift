import Foundation
import Grading

/// One run of the built `grader`, as a person would start it.
struct GraderCommand {
  let status: Int32
  let output: String
  let errors: String

  /// Runs `grader` with `words`. Of this process's environment only the search path is passed on,
  /// and which room is built; `environment` is added.
  init(
    _ words: [String], environment: [String: String] = [:], in folder: String? = nil,
    of copy: PackageCopy? = nil
  ) throws {
    let installation = try Installation.find()
    let scratch = try ScratchFolder()
    let own = ProcessInfo.processInfo.environment
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: copy?.grader ?? "\(installation.products)/grader")
    process.arguments = words
    process.currentDirectoryURL = URL(
      fileURLWithPath: folder ?? copy?.folder.path ?? installation.root)
    process.environment = own.filter { ["PATH", "HOME", "GRADUS_SOLUTIONS"].contains($0.key) }
      .merging(environment) { $1 }
    // Files and not pipes: whatever is printed, nobody has to read it meanwhile.
    let (out, err) = ("\(scratch.path)/out", "\(scratch.path)/err")
    for path in [out, err] { try Data().write(to: URL(fileURLWithPath: path)) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: err)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOfFile: out, encoding: .utf8)
    errors = try String(contentsOfFile: err, encoding: .utf8)
  }

  /// The reports that `--json` printed.
  func reports() throws -> [Report] {
    try JSONDecoder().decode([Report].self, from: Data(output.utf8))
  }
}
