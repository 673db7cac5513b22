import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A program that is run to its end.
enum Command {
  struct Run: Sendable {
    var ending: ChildProcess.Ending?
    var output: String

    /// Whether it was ended because its time on the wall was over.
    var tookTooLong: Bool

    /// What it was ended for when it was more than it and all that it had started may use.
    var overuse: SubjectEnd?

    var succeeded: Bool { ending?.manner == .exit(status: 0) }

    /// What a compiler complained of. A compiler that was ended complains of nothing.
    var diagnostics: [Diagnostic] { Diagnostic.errors(in: output) }
  }

  /// Runs `arguments[0]`, and keeps what it prints on either channel.
  ///
  /// - Throws: `GraderError.sandboxFailed` where there is a `cell` and it was not the program that failed.
  static func run(
    _ arguments: [String], in folder: String, environment: [String: String], limits: Limits,
    cell: Cell? = nil
  ) throws(GraderError) -> Run {
    let process = try ChildProcess(
      arguments, in: folder, environment: environment, limits: limits, cell: cell)
    var activity = Activity(of: process.pid, atMost: limits.processes + 1)
    process.input.shut()
    var output = CapturedOutput()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let deadline = ContinuousClock.now + .seconds(limits.wallSeconds)
    while true {
      let pipes = [process.output, process.log].filter { $0.descriptor >= 0 }
      var files = pipes.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
      poll(&files, nfds_t(files.count), files.isEmpty ? 1 : 20)
      let ended = process.hasEnded()
      for pipe in pipes {
        reading: while output.count <= limits.log {
          switch pipe.readAvailable(into: &buffer) {
          case .bytes(let bytes): output.append(bytes)
          case .nothingYet: break reading
          case .end:
            pipe.shut()
            break reading
          }
        }
      }
      if ended {
        if process.ending?.manner == .untold { throw process.sandboxFault(output.text) }
        return Run(ending: process.ending, output: output.text, tookTooLong: false)
      }
      activity.look()
      if let overuse = activity.tree.flatMap({ limits.overstepped(by: $0) }) {
        process.end()
        return Run(
          ending: process.ending, output: output.text, tookTooLong: false, overuse: overuse)
      }
      if ContinuousClock.now >= deadline || output.count > limits.log {
        process.end()
        return Run(ending: process.ending, output: output.text, tookTooLong: true)
      }
    }
  }
}
