import Checks
import Foundation
import Grading
import Synchronization

/// What a run of the tests has come to, for a student: the last thing on the terminal.
///
/// It is printed when the process ends, since that is the one moment which is sure to come after the
/// lines of the testing library.
final class Summary: Sendable {
  static let shared = Summary()

  private let entries = Mutex<[Screen.Entry]>([])

  private init() {
    atexit { Summary.shared.show() }
  }

  func add(_ report: Report, of exercise: Exercise) {
    entries.withLock { $0.append(.examined(exercise, report)) }
  }

  func add(untouched exercise: Exercise) {
    entries.withLock { $0.append(.untouched(exercise)) }
  }

  private func show() {
    let entries = entries.withLock { $0 }
    print(Screen.summary(entries), terminator: "")
  }
}
