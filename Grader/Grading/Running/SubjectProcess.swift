import Doorway
import Foundation
import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A subject in a process of its own.
///
/// Theory of operation: one thread of ours and the subject's process, with three pipes between
/// them. Whatever the subject does, `exchange` returns: it answers, or it ends, or it is ended.
/// Its log is drained all the while, so that it cannot block on it, and is kept only in part.
/// Nothing that comes out of it is believed: a frame is checked for form, its values are compared
/// by others, and what the log says is only ever shown.
public final class SubjectProcess: Subject {
  let process: ChildProcess

  /// Where it works and may write; nil where it is in a sandbox, which has a place of its own.
  let scratch: ScratchFolder?
  let studentFiles: Set<String>
  let limits: Limits
  private let patience: Patience?
  private let budget: Budget?

  let explainsOvertime: Bool

  /// Whether it has less time than its check would give it.
  private let isShort: Bool
  private let isAbandoned: @Sendable () -> Bool
  var log = CapturedOutput()
  var received = FrameReader()

  /// Starts the program at `executable`.
  ///
  /// - Parameter studentFiles: the names of the files in which a crash is the student's own.
  /// - Parameter threads: the most threads that one operation on tensors may use.
  /// - Parameter arguments: what the program is told at its start: which mutant it is.
  /// - Parameter sandbox: where it is run, if in one; of this machine's files it sees `readable`.
  /// - Parameter budget: what all programs of the submission may compute together.
  /// - Parameter explainsCrashes: whether a crash is told with its place, for which the runtime takes half a
  ///   second.
  /// - Parameter explainsOvertime: whether an end for too much computing is told with its place, too. It is
  ///   another one each time, so that two reports of the same code differ.
  /// - Parameter isAbandoned: whether nobody waits for its answer any more; asked now and then.
  /// - Throws: `GraderError`, or `SubjectEnd` where there is no budget left.
  public init(
    executable: String, studentFiles: Set<String>, limits: Limits,
    threads: Int = Tensor.threadCount, arguments: [String] = [], sandbox: Sandbox? = nil,
    patience: Patience? = nil, budget: Budget? = nil,
    readable: [(path: String, inside: String)] = [], explainsCrashes: Bool = true,
    explainsOvertime: Bool = false,
    isAbandoned: @escaping @Sendable () -> Bool = { false }
  ) throws {
    let usual = limits
    let limits = try budget?.limits(usual) ?? usual
    scratch = sandbox == nil ? try ScratchFolder() : nil
    let cell = sandbox?.cell(running: executable, readable: readable)
    let folder = scratch?.path ?? Sandbox.temporaryFolder
    var environment = [
      "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", "GRADUS_THREADS": "\(threads)",
      "SWIFT_BACKTRACE": explainsCrashes ? CrashReport.settings(folder: folder) : "enable=no",
    ]
    if explainsOvertime { environment[Overtime.variable] = "trap" }
    process = try ChildProcess(
      [cell == nil ? executable : Sandbox.subject] + arguments, in: folder,
      environment: environment, limits: limits, cell: cell)
    self.explainsOvertime = explainsOvertime
    self.studentFiles = studentFiles
    self.limits = limits
    self.patience = patience
    self.isAbandoned = isAbandoned
    self.budget = budget
    isShort = limits.cpuSeconds < usual.cpuSeconds
  }

  deinit {
    process.end()
    budget?.spend(spentSeconds)
  }

  /// What it took of processor time: all that it had, where the kernel has ended it for that. Its ticks run
  /// ahead of the time that it reports, on a busy machine by a fifth.
  var spentSeconds: Double {
    guard let ending = process.ending else { return 0 }
    guard case .signal(SIGXCPU) = ending.manner else { return ending.cpuSeconds }
    return max(ending.cpuSeconds, Double(limits.cpuSeconds))
  }

  public var printed: String {
    switch process.ending?.manner {
    case .signal: CrashReport.removed(from: words).trimmingCharacters(in: .newlines)
    case .exit, .untold, nil: UnfinishedNote.removed(from: words)
    }
  }

  /// The log, in which its own folder has the name that it has in a sandbox: two reports of the same code
  /// do not differ by the name of a folder that is gone.
  var words: String {
    scratch.map { log.text.replacing($0.path, with: Sandbox.temporaryFolder) } ?? log.text
  }

  /// Ends the process, and returns what it took of the machine.
  public func end() -> Usage {
    process.end()
    return Usage(
      cpuSeconds: process.ending?.cpuSeconds ?? 0, peakBytes: process.ending?.peakBytes ?? 0)
  }

  /// What a process took of the machine.
  public struct Usage: Sendable {
    /// User and system time.
    public var cpuSeconds: Double

    /// The most memory that it held at any time.
    public var peakBytes: Int
  }

  public func exchange(
    _ question: Frame, limits: Limits, progress: (TrainingProgress) -> Void
  ) throws -> Frame {
    var activity = Activity(of: process.pid, atMost: self.limits.processes + 1)
    var limits = limits
    if let patience { limits.wallSeconds = patience.wait(atMost: limits.wallSeconds) }
    defer { patience?.spend(activity.idle) }
    var words = 0
    var outgoing = question.bytes
    var buffer = [UInt8](repeating: 0, count: 1 << 16)

    while true {
      wait(writing: !outgoing.isEmpty)
      // Asked before the pipes are read: what a process wrote before its end is there by then.
      let ended = process.hasEnded()

      try drainLog(&buffer)
      drainAnswer(&buffer)
      do {
        while let frame = try received.next(limit: limits.answer) {
          guard frame.kind == .progress else { return frame }
          words += 1
          guard words <= limits.progress else { throw WireError.unreadable(Self.tooManyWords) }
          if let word = try? Wire.decode(TrainingProgress.self, from: frame) { progress(word) }
          try check(&activity, limits)
        }
      } catch let error as WireError {
        throw SubjectEnd.garbled(error)
      }
      if ended { throw try manner() }
      try check(&activity, limits)
      if !outgoing.isEmpty, !process.input.writeAvailable(&outgoing) { outgoing = Data() }
    }
  }

  /// So many bytes that are not read yet are some hundreds of words: who writes so many each time to
  /// hide that it sleeps has soon said too many.
  private static let much = 1 << 12

  private static let tooManyWords = "it is all words on how far it has come"

  /// Looks at what the process does, unless that was a moment ago.
  ///
  /// - Throws: `SubjectEnd` where it has had enough of something, and `GraderError.interrupted` where
  ///   nobody waits for it any more.
  private func check(_ activity: inout Activity, _ limits: Limits) throws {
    let hasLooked = activity.look(owing: received.count >= Self.much)
    if let end = tooLong(activity, limits) ?? tooMuch(activity.tree) { throw end }
    guard hasLooked, isAbandoned() else { return }
    process.end()
    throw GraderError.interrupted
  }

  /// Ends a process that has waited for too long, or was kept from computing for too long; returns
  /// which of them it was.
  private func tooLong(_ activity: Activity, _ limits: Limits) -> SubjectEnd? {
    let wait = activity.isVisible ? limits.wallSeconds : limits.unseenSeconds
    if activity.idle >= wait {
      process.end()
      return .waitedTooLong(seconds: wait, isCertain: activity.isVisible)
    }
    guard activity.total >= limits.longestSeconds else { return nil }
    process.end()
    return .starved(
      seconds: activity.tree?.cpuSeconds ?? process.ending?.cpuSeconds ?? 0,
      allowed: self.limits.cpuSeconds,
      wallSeconds: limits.longestSeconds)
  }

  /// Ends a process that uses too much together with those that it has started, each of which alone
  /// keeps to its limits; returns of what.
  private func tooMuch(_ tree: ProcessTree?) -> SubjectEnd? {
    // The kernel comes first where it is one alone. Where it stood is found out by a process more.
    let grace: Double = explainsOvertime ? 20 : 2
    guard let tree, let end = limits.overstepped(by: tree, grace: grace) else { return nil }
    process.end()
    if case .computedTooLong = end { return shortened(end) }
    return end
  }

  /// What `end`, which is for too much computing, is called.
  func shortened(_ end: SubjectEnd) -> SubjectEnd {
    isShort ? budget?.end ?? end : end
  }

  /// Waits until there is something to do. The time is short because the end of a process makes
  /// no noise while its children hold the pipes open.
  private func wait(writing: Bool) {
    var files = [process.log, process.output].filter { $0.descriptor >= 0 }.map {
      pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0)
    }
    if writing {
      files.append(pollfd(fd: process.input.descriptor, events: Int16(POLLOUT), revents: 0))
    }
    // With both pipes closed only the end is left to wait for.
    poll(&files, nfds_t(files.count), files.count < 2 ? 1 : 20)
  }

  private func drainLog(_ buffer: inout [UInt8]) throws(SubjectEnd) {
    while process.log.descriptor >= 0 {
      switch process.log.readAvailable(into: &buffer) {
      case .bytes(let bytes): log.append(bytes)
      case .nothingYet: return
      case .end: process.log.shut()
      }
      if log.count > limits.log {
        process.end()
        throw .printedTooMuch(limit: limits.log)
      }
    }
  }

  private func drainAnswer(_ buffer: inout [UInt8]) {
    // A frame's worth at the most: a subject that never stops writing must not keep us here.
    while process.output.descriptor >= 0, received.count <= limits.answer {
      switch process.output.readAvailable(into: &buffer) {
      case .bytes(let bytes): received.append(bytes)
      case .nothingYet: return
      case .end: process.output.shut()
      }
    }
  }
}
