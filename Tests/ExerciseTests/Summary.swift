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

  func add(_ entry: Screen.Entry) {
    entries.withLock { $0.append(entry) }
  }

  private func show() {
    // Exercises are asked side by side, and end as they do.
    let entries = entries.withLock { $0 }.sorted { $0.exercise.number < $1.exercise.number }
    // Where the testing library writes: what comes by another pipe may come before it.
    let seen = (try? HintsShown(.find()).numbers) ?? [:]
    FileHandle.standardError.write(
      Data(Screen.summary(entries, in: Catalogue.exercises, hintsSeen: seen).utf8))
  }
}
