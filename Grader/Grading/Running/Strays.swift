import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Children of subjects that outlive their parents.
///
/// A process group is left with one call of `setsid`, so killing the group is not enough. On
/// Linux this process makes itself the reaper of its descendants (`prctl(2)`,
/// `PR_SET_CHILD_SUBREAPER`): whoever loses its parent becomes our child, in a session that is
/// not ours, and that is how it is known. (After what `isolate` and Jenkins do with control
/// groups and environment cookies; neither is at hand without privileges.)
enum Strays {
  private static let own = Mutex<Set<pid_t>>([])

  /// Done before the first child. What this process has inherited itself, the pipes of a test
  /// runner say, must not go on to a subject; and a subject that is gone must not take us along
  /// when we write to it.
  private static let preparation: Void = {
    for descriptor in 3..<Int32(256) { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    signal(SIGPIPE, SIG_IGN)
    becomeReaper()
  }()

  /// Starts a child that is ours, by `start`, which returns its number and whatever else. No sweep
  /// runs meanwhile, and no other child is started.
  static func adopting<Ends>(
    _ start: () throws(GraderError) -> (pid_t, Ends)
  ) throws(GraderError) -> (pid_t, Ends) {
    _ = preparation
    return try own.withLock { (own) throws(GraderError) in
      guard Interruption.signal == nil else { throw .interrupted }
      let child = try start()
      own.insert(child.0)
      return child
    }
  }

  /// Kills all children that are ours, with what they have started. Who waits for them reaps them.
  static func killAll() {
    own.withLock { own in
      for pid in own {
        kill(-pid, SIGKILL)
        kill(pid, SIGKILL)
      }
    }
  }

  static func release(_ pid: pid_t) {
    own.withLock { _ = $0.remove(pid) }
  }

  #if os(Linux)
    /// `prctl` takes a variable number of arguments, which Swift cannot call by name; these five
    /// are what the kernel itself takes.
    private static func becomeReaper() {
      typealias Call = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
      guard let symbol = dlsym(nil, "prctl") else { return }
      let setChildSubreaper: Int32 = 36
      _ = unsafeBitCast(symbol, to: Call.self)(setChildSubreaper, 1, 0, 0, 0)
    }

    /// Kills and reaps all strays there are. Children of a killed stray become ours in turn,
    /// hence the rounds; their bound keeps a bomb from holding us for ever.
    static func sweep() {
      for _ in 0..<100 {
        let killed = own.withLock { own in
          let strays = strays(besides: own)
          for pid in strays { kill(pid, SIGKILL) }
          for pid in strays { waitpid(pid, nil, 0) }
          return strays.count
        }
        if killed == 0 { return }
      }
    }

    /// Kills whatever runs a program that lies in `folder`, or works there, as compilers do.
    static func killPrograms(in folder: String) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      for pid in names.compactMap({ pid_t($0) }) {
        let places = ["exe", "cwd"].compactMap {
          try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/\($0)")
        }
        if places.contains(where: { $0.hasPrefix("\(folder)/") }) { kill(pid, SIGKILL) }
      }
    }

    private static func strays(besides own: Set<pid_t>) -> [pid_t] {
      let session = getsid(0)
      return children().filter { pid in
        // State, parent, process group, session. What cannot be read is none of ours.
        guard !own.contains(pid), kill(pid, 0) == 0 else { return false }
        let fields = ProcessTree.fields(of: "\(pid)/stat") ?? []
        return fields.dropFirst(3).first.flatMap { pid_t($0) } != session
      }
    }

    /// The children of all threads of this process.
    private static func children() -> [pid_t] {
      let tasks = "\(getpid())/task"
      let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(tasks)")) ?? []
      return threads.flatMap { ProcessTree.children(of: "\(tasks)/\($0)") }
    }
  #else
    private static func becomeReaper() {}
    static func sweep() {}
    static func killPrograms(in folder: String) {}
  #endif
}
