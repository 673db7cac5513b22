import Foundation

/// What one run of the compiler, or of the linker, has come to.
enum CompilerRun {
  case succeeded

  /// It has judged what it was given.
  case failed(Compilation.Failed)

  /// It has not: something befell it.
  case stopped(CompilerStop)

  init(_ run: Command.Run, limits: Limits) {
    guard !run.succeeded else {
      self = .succeeded
      return
    }
    var failed = Compilation.Failed(diagnostics: run.diagnostics)
    failed.words = Diagnostic.complaints(in: run.output)
    let signal = Self.signal(run)
    // Our own limits come first of all that follows: what oversteps them does so again.
    if case .computedTooLong = run.overuse {
      failed.limit = .time(cpuSeconds: limits.cpuSeconds)
    } else if run.overuse != nil {
      failed.limit = .memory(bytes: limits.memory)
    } else if signal == SIGXCPU || (run.ending?.cpuSeconds ?? 0) >= Double(limits.cpuSeconds) {
      failed.limit = .time(cpuSeconds: limits.cpuSeconds)
    } else if run.output.contains(/LLVM ERROR: out of memory|std::bad_alloc/) {
      failed.limit = .memory(bytes: limits.memory)
    }
    // Errors with a line stand, whatever came after them.
    if !failed.diagnostics.isEmpty || failed.limit != nil {
      self = .failed(failed)
    } else if run.tookTooLong {
      self = .stopped(.noEnd(seconds: limits.wallSeconds))
    } else if let signal {
      self = .stopped(.signal(signal))
    } else if run.output.contains(/(?m)^Stack dump:|(?i)please submit a bug report|internal error/)
    {
      self = .stopped(.crash)
    } else {
      self = .failed(failed)
    }
  }

  /// The signal that ended the program that was started, or one that it had started in turn.
  private static func signal(_ run: Command.Run) -> Int32? {
    if !run.tookTooLong, case .signal(let signal) = run.ending?.manner { return signal }
    if case .exit(let status) = run.ending?.manner, status > 128, status < 160 {
      return status - 128
    }
    let named = run.output.firstMatch(
      of: /(?m)^.*error: .*(?:due to signal|terminated by signal) (\d+)/)
    if let number = named.flatMap({ Int32($0.1) }) { return number }
    return run.output.contains(/unable to execute command: Killed/) ? SIGKILL : nil
  }
}

/// What keeps a compiler from its judgement.
public enum CompilerStop: Sendable, Equatable {
  case signal(Int32)
  case noEnd(seconds: Double)
  case crash
}

extension Compilation {
  /// Why sources did not become a program.
  struct Failed: Error {
    var diagnostics: [Diagnostic] = []

    /// What was said without naming a line.
    var words: [String] = []
    var limit: Limit?

    /// Whether it is the answering side that does not compile.
    var isOfAnswers = false

    /// What the room declares otherwise than the stubs do.
    var changes: [ChangedDeclaration] = []

    enum Limit: Equatable {
      case time(cpuSeconds: Int)
      case memory(bytes: Int)
    }

    /// Takes down the line of code of the first error in each of `sources`.
    mutating func quote(_ sources: [String: Data]) {
      var quoted: Set<String> = []
      for i in diagnostics.indices where quoted.insert(diagnostics[i].file).inserted {
        diagnostics[i] = diagnostics[i].quoting(sources)
      }
    }

    /// Returns why the stub stands in for `file`.
    func reason(for file: String, in room: Room) -> StandIn.Reason {
      let own = diagnostics.filter { $0.file == file }
      if !own.isEmpty { return .errors(own) }
      if isOfAnswers {
        let changes = room.changes(changes, of: file)
        return changes.isEmpty ? .answers(diagnostics) : .declarations(changes)
      }
      // What is declared twice is the cause, and everything that is ambiguous for it a consequence.
      let doubles = diagnostics.filter { $0.message.contains("redeclaration") }
      if !doubles.isEmpty { return .errorsElsewhere(doubles) }
      if !diagnostics.isEmpty { return .errorsElsewhere(diagnostics) }
      return switch limit {
      case .time(let seconds): .computedTooLong(cpuSeconds: seconds)
      case .memory(let bytes): .tookTooMuchMemory(bytes: bytes)
      case nil: .words(words)
      }
    }
  }
}
