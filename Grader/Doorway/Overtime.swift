#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// What becomes of a subject whose processor time is up.
///
/// The kernel ends it, and nobody knows where it was. Made a trap, its end is a crash like others: the
/// runtime writes down the line, which for a loop without an end is a line of the loop.
public enum Overtime {
  /// The variable of the environment that asks for the trap; without, an end costs nothing.
  public static let variable = "GRADUS_OVERTIME"

  /// Makes it a trap, on the thread that calls, if the environment asks for that.
  static func trapIfAsked() {
    guard getenv(variable) != nil else { return }
    worker = pthread_self()
    signal(SIGXCPU) { _ in
      guard pthread_equal(pthread_self(), worker) != 0 else {
        // It came to a thread of some operation, whose lines are ours.
        pthread_kill(worker, SIGXCPU)
        return
      }
      // Held back until we return, it meets the thread where it was, and not in here.
      var traps = sigset_t()
      sigemptyset(&traps)
      sigaddset(&traps, SIGTRAP)
      pthread_sigmask(SIG_BLOCK, &traps, nil)
      raise(SIGTRAP)
    }
  }
}

/// The thread on which students' code runs; written before the signal can come.
nonisolated(unsafe) private var worker = pthread_self()
