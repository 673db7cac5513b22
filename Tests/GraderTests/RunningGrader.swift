import Foundation

@testable import Grading

/// A `grader` that runs while the test goes on.
final class RunningGrader {
  private let process = Process()
  private let scratch: ScratchFolder
  private var errorFile: String { "\(scratch.path)/err" }
  private var outputFile: String { "\(scratch.path)/out" }

  /// Where it and what it starts put their own files: nobody else does.
  let temporaryFolder: String

  init(
    _ words: [String], temporary folder: String? = nil, of copy: PackageCopy? = nil
  ) throws {
    scratch = try ScratchFolder()
    temporaryFolder = folder ?? "\(scratch.path)/tmp"
    process.executableURL = URL(
      fileURLWithPath: try copy?.grader ?? "\(Installation.find().products)/grader")
    process.arguments = words
    if let copy { process.currentDirectoryURL = URL(fileURLWithPath: copy.folder.path) }
    for path in [errorFile, outputFile] { try Data().write(to: URL(fileURLWithPath: path)) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: outputFile)
    process.standardError = FileHandle(forWritingAtPath: errorFile)
    try FileManager.default.createDirectory(
      atPath: temporaryFolder, withIntermediateDirectories: true)
    process.environment = ProcessInfo.processInfo.environment
      .filter { ["PATH", "HOME"].contains($0.key) }
      .merging(["TMPDIR": temporaryFolder]) { $1 }
    try process.run()
  }

  /// What a killed one has left comes to this process. Whatever of it has ended must not stay: Swift
  /// Testing looks for the ends of its own exit tests, and sees none behind one that is not its own.
  deinit {
    #if os(Linux)
      Strays.sweep()
    #endif
  }

  /// The processes that run what lies there.
  var children: [String] {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return numbers.filter { Int($0) != nil }.filter { number in
      let line = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") ?? Data()
      return String(decoding: line, as: UTF8.self).contains(temporaryFolder)
    }
  }

  var pid: pid_t { process.processIdentifier }

  var errors: String { (try? String(contentsOfFile: errorFile, encoding: .utf8)) ?? "" }

  var output: String { (try? String(contentsOfFile: outputFile, encoding: .utf8)) ?? "" }

  /// Waits until it has printed `words` after the first `start` characters, or has ended; returns what
  /// it has printed since, nil where they are not among it.
  func waits(toPrint words: String, after start: Int) -> String? {
    func new() -> String { String(output.dropFirst(start)) }
    while process.isRunning && !new().contains(words) { usleep(5000) }
    return new().contains(words) ? new() : nil
  }

  /// Waits until it has said `words` or has ended; returns whether it has said them.
  func waits(for words: String) -> Bool {
    while process.isRunning && !errors.contains(words) { usleep(5000) }
    return errors.contains(words)
  }

  /// Sends a signal and returns the status with which the program ends; that of a signal is what a
  /// shell would say.
  func end(by signal: Int32? = nil) -> Int32 {
    if let signal { kill(pid, signal) }
    process.waitUntilExit()
    let status = process.terminationStatus
    return process.terminationReason == .uncaughtSignal ? 128 + status : status
  }
}
