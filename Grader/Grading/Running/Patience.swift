import Synchronization

/// How long one submission has been waited for in all. Right code does not wait: who sleeps just below
/// the limit at every question would keep a class waiting for an hour, and still have all points.
public final class Patience: Sendable {
  private let idle = Mutex(0.0)
  private let most: Double

  /// - Parameter seconds: What may be waited in all before the waits become short.
  init(seconds: Double = 60) {
    most = seconds
  }

  /// A wait that is short, and long enough for whoever is only slow to be woken.
  private static let shortWait = 2.0

  /// Returns how long may be waited for an answer, where there would be `seconds` for it.
  func wait(atMost seconds: Double) -> Double {
    idle.withLock { $0 } < most ? seconds : min(seconds, Self.shortWait)
  }

  func spend(_ seconds: Double) {
    idle.withLock { $0 += seconds }
  }
}
