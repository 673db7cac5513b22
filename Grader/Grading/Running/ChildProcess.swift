import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A process in a session of its own, under limits, with a pipe at each of its three ends.
final class ChildProcess {
  let pid: pid_t
  let input: Pipe.End
  let output: Pipe.End
  let log: Pipe.End
  private(set) var ending: Ending?

  /// More processes than this are not looked at when it is ended.
  private let most: Int

  /// What process 1 of the sandbox tells, where there is one.
  private let status: Pipe.End?
  private var told = Data()

  /// How a process came to its end.
  struct Ending: Sendable, Equatable {
    enum Manner: Sendable, Equatable {
      case exit(status: Int32)
      case signal(Int32)
      /// The sandbox ended, and it was not told how the program did.
      case untold
    }

    var manner: Manner
    /// User and system time of the process and of the children it has waited for; where it was ended by us,
    /// of all that there were below it, too.
    var cpuSeconds: Double

    /// The most memory that it held. Where it ended by itself on Linux, no less than what the
    /// grader held when it was started: the kernel counts from before `exec`.
    var peakBytes: Int
  }

  /// Starts `arguments[0]` in `folder`, with nothing in its environment but `environment`; in a sandbox
  /// where there is a `cell`, which says in what folder.
  ///
  /// A shell sets the limits before the program is there, so that no code of it, not even what
  /// runs before `main`, comes earlier.
  init(
    _ arguments: [String], in folder: String, environment: [String: String], limits: Limits,
    cell: Cell? = nil
  ) throws(GraderError) {
    most = limits.processes + 1
    let filter = cell?.sandbox.filter
    let openingFilter = "exec \(Sandbox.filterDescriptor)<\"$1\" && shift"
    let script = """
      ulimit -S -t \(limits.cpuSeconds); ulimit -H -t \(limits.cpuSeconds + 1); ulimit -c 0
      ulimit -f \(1 << 21); ulimit -v \(limits.memory >> 10) 2>/dev/null
      cd "$0" && \(filter == nil ? "" : "\(openingFilter) && ")exec "$@"
      """
    let confined = cell?.sandbox.command(arguments, environment: environment, view: cell!.view)
    let program =
      ["/bin/sh", "-c", script, cell == nil ? folder : "/"] + [filter].compactMap(\.self)
      + (confined ?? arguments)
    let variables = cell == nil ? environment.map { "\($0)=\($1)" } : []
    (pid, (input, output, log, status)) = try Strays.adopting { () throws(GraderError) in
      let (childInput, input) = try Pipe.open(childReads: true)
      let (childOutput, output) = try Pipe.open(childReads: false)
      let (childLog, log) = try Pipe.open(childReads: false)
      let ends = [childInput, childOutput, childLog]
      guard cell != nil else {
        let pid = try Self.spawn(
          program, environment: variables, descriptors: ends.map(\.descriptor))
        return (pid, (input, output, log, nil))
      }
      let (childStatus, status) = try Pipe.open(childReads: false)
      let descriptors = (ends + [childStatus]).map(\.descriptor)
      let started = SteadyThread.run { () -> Result<pid_t, GraderError> in
        do throws(GraderError) {
          return .success(
            try Self.spawn(program, environment: variables, descriptors: descriptors))
        } catch {
          return .failure(error)
        }
      }
      withExtendedLifetime((ends, childStatus)) {}
      return (try started.get(), (input, output, log, status))
    }
  }

  deinit { end() }

  /// Kills the process and all that it has started, and reaps it.
  func end() {
    guard ending == nil else { return }
    let peak = peakSoFar
    // Who waits is told of those alone that were waited for: not of what dies with a sandbox, nor of
    // children that are killed beside their parent.
    let tree = ProcessTree(of: pid, atMost: most)
    kill(-pid, SIGKILL)
    kill(pid, SIGKILL)
    reap(options: 0)
    if let peak { ending?.peakBytes = peak }
    if let tree, let told = ending?.cpuSeconds { ending?.cpuSeconds = max(told, tree.cpuSeconds) }
  }

  private var peakSoFar: Int? {
    let status = ProcessTree.contents(of: "\(pid)/status") ?? Data()
    let lines = String(decoding: status, as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.hasPrefix("VmHWM:") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
      .map { $0 << 10 }
  }

  /// Takes note of the end of the process where it has come; returns whether it has.
  func hasEnded() -> Bool {
    // Before the end, lest it wait for us to read.
    if ending == nil { listen() }
    if ending == nil { reap(options: WNOHANG) }
    return ending != nil
  }

  private func reap(options: Int32) {
    var status: Int32 = 0
    var usage = rusage()
    var reaped: pid_t
    repeat { reaped = wait4(pid, &status, options, &usage) } while reaped < 0 && errno == EINTR
    guard reaped != 0 else { return }

    let signal = status & 0x7f
    #if canImport(Darwin)
      let peak = usage.ru_maxrss
    #else
      let peak = usage.ru_maxrss << 10
    #endif
    var ending = Ending(
      manner: signal == 0 ? .exit(status: (status >> 8) & 0xff) : .signal(signal),
      cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), peakBytes: peak)
    if self.status != nil {
      listen()
      let notice = SandboxNotice(told)
      ending = notice.ending ?? Ending(manner: .untold, cpuSeconds: 0, peakBytes: 0)
      sandboxNotice = notice
    }
    self.ending = ending
    kill(-pid, SIGKILL)
    Strays.release(pid)
    Strays.sweep()
  }

  /// What was told when it ended, where it ran in a sandbox.
  private(set) var sandboxNotice: SandboxNotice?

  /// What is to be said of a sandbox that did not tell how the program in it ended. Before that began,
  /// what is in `log` is bubblewrap's own.
  func sandboxFault(_ log: String) -> GraderError {
    guard let notice = sandboxNotice, !notice.hasBegun else { return .sandboxEnded }
    return .sandboxFailed(log.split(separator: "\n").last.map(String.init) ?? "")
  }

  private func listen() {
    guard let status else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while told.count <= 2 << 20, case .bytes(let bytes) = status.readAvailable(into: &buffer) {
      told.append(contentsOf: bytes)
    }
  }

  private func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  private static func spawn(
    _ arguments: [String], environment: [String], descriptors: [Int32]
  ) throws(GraderError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      let ownSession = POSIX_SPAWN_SETSID | POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      // POSIX_SPAWN_SETSID of <spawn.h>, which shows it to GNU programs only.
      let ownSession: Int32 = 0x80
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (i, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(i))
    }
    // What Foundation has open at this moment on another thread, an answer key say, it may have
    // opened without O_CLOEXEC. (On a Mac the flag below closes all, on Linux this does.)
    #if !canImport(Darwin)
      for descriptor in Int32(descriptors.count)..<Int32(1024) {
        posix_spawn_file_actions_addclose(&actions, descriptor)
      }
    #endif
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGPIPE] + Interruption.signals { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    // A thread of a queue blocks signals, that of the time limit among them; a child must not.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes,
      Int16(ownSession | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)))

    var argv = arguments.map { strdup($0) } + [nil]
    var envp = environment.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, arguments[0], &actions, &attributes, &argv, &envp)
    guard code == 0 else { throw .cannotStart(program: arguments[0], errno: code) }
    return pid
  }
}
