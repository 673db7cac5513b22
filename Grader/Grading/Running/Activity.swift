import Foundation

/// Whether a process is at work or waits, by looking at it again and again.
///
/// The processor time that it gets would not tell: on a machine with much else to do, one that
/// computes all the while gets little of it. Whoever computes is *runnable*, whether or not it is
/// given a core; whoever waits is asleep, on however quiet a machine.
///
/// Time is counted in looks and not on a clock. So what passes while the grader itself is kept from
/// looking, or while the machine is suspended, is on nobody's account.
struct Activity {
  private static let seconds = 0.1

  private let pid: pid_t
  private var looks = 0
  private var idleLooks = 0
  private var nextLook = SuspendingClock.now + .seconds(seconds)

  /// Whether it can be seen on this system what a process does.
  private(set) var isVisible = true

  init(of pid: pid_t) {
    self.pid = pid
  }

  /// For how long the process has been looked at, and how much of that it has waited, in seconds.
  var total: Double { Double(looks) * Self.seconds }
  var idle: Double { Double(idleLooks) * Self.seconds }

  /// Looks at the process, unless it has been looked at a moment ago.
  mutating func look() {
    let now = SuspendingClock.now
    guard now >= nextLook else { return }
    nextLook = now + .seconds(Self.seconds)
    looks += 1
    let isRunnable = Self.isRunnable(pid)
    isVisible = isRunnable != nil
    if isRunnable != true { idleLooks += 1 }
  }

  /// Whether any thread of a process runs, could run if there were a core for it, or waits for a
  /// disk; nil where that cannot be seen.
  private static func isRunnable(_ pid: pid_t) -> Bool? {
    #if os(Linux)
      let tasks = "/proc/\(pid)/task"
      guard let threads = try? FileManager.default.contentsOfDirectory(atPath: tasks) else {
        return nil
      }
      // Bounded, since it may start as many as it likes.
      return threads.prefix(256).contains { thread in
        guard let stat = FileManager.default.contents(atPath: "\(tasks)/\(thread)/stat"),
          // Behind the name, in which anything may stand: the state.
          let name = stat.lastIndex(of: UInt8(ascii: ")"))
        else { return false }
        return stat[name...].dropFirst(2).first.map { "RD".utf8.contains($0) } ?? false
      }
    #else
      return nil
    #endif
  }
}
