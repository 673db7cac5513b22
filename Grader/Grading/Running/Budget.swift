import Synchronization

/// What all programs of one submission may compute together, however many checks start however many.
public final class Budget: Sendable {
  let seconds: Int
  private let spent = Mutex(0.0)

  init(seconds: Int) {
    self.seconds = seconds
  }

  /// A hundred times what right code takes, and besides it what the trainings may take: slow code that keeps to
  /// the limit of each check does not come to this one.
  convenience init(for exercise: Exercise) {
    let trainings = exercise.checks.map(\.limits.cpuSeconds).filter { $0 > Limits.check.cpuSeconds }
    self.init(seconds: trainings.reduce(300, +))
  }

  /// Returns `limits` with no more processor time than there is left.
  ///
  /// - Throws: `SubjectEnd.spentBudget` where there is none.
  func limits(_ limits: Limits) throws(SubjectEnd) -> Limits {
    let left = Double(seconds) - spent.withLock { $0 }
    // In whole seconds, as the kernel counts; it may end a process a hair before they are over.
    guard left >= 0.5 else { throw end }
    var limits = limits
    limits.cpuSeconds = min(limits.cpuSeconds, Int(left.rounded()))
    return limits
  }

  var end: SubjectEnd { .spentBudget(seconds: seconds) }

  func spend(_ seconds: Double) {
    spent.withLock { $0 += seconds }
  }
}
