import Dispatch
import Foundation
import Synchronization

/// A thread that lives as long as this process. What is to end with the grader is tied by the kernel
/// to the thread that starts it (`prctl(2)`, `PR_SET_PDEATHSIG`), and those of a queue go when there
/// is nothing to do for them for some seconds: a sandbox would be killed with them.
enum SteadyThread {
  private static let work = Mutex<[@Sendable () -> Void]>([])
  private static let isThere = DispatchSemaphore(value: 0)

  private static let start: Void = Thread.detachNewThread {
    while true {
      isThere.wait()
      work.withLock { $0.removeFirst() }()
    }
  }

  /// Returns what `body` does, which is done there.
  static func run<R: Sendable>(_ body: @escaping @Sendable () -> R) -> R {
    _ = start
    let result = Box<R>()
    let isDone = DispatchSemaphore(value: 0)
    work.withLock {
      $0.append {
        result.value.withLock { $0 = body() }
        isDone.signal()
      }
    }
    isThere.signal()
    isDone.wait()
    return result.value.withLock { $0! }
  }

  private final class Box<R: Sendable>: Sendable {
    let value = Mutex<R?>(nil)
  }
}
