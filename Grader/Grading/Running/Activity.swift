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

  /// What was seen last of the process and those that it has started.
  private(set) var tree: ProcessTree?

  /// More processes than this are not looked at.
  private let most: Int

  init(of pid: pid_t, atMost processes: Int) {
    self.pid = pid
    most = processes
  }

  /// For how long the process has been looked at, and how much of that it has waited, in seconds.
  var total: Double { Double(looks) * Self.seconds }
  var idle: Double { Double(idleLooks) * Self.seconds }

  /// Looks at the process, unless it has been looked at a moment ago; returns whether it did.
  @discardableResult
  mutating func look() -> Bool {
    let moment = SuspendingClock.now
    guard moment >= nextLook else { return false }
    nextLook = moment + .seconds(Self.seconds)
    looks += 1
    let now = ProcessTree(of: pid, atMost: most)
    isVisible = now != nil
    if let now { tree = now }
    if now?.isRunnable != true { idleLooks += 1 }
    return true
  }
}
