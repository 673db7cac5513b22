import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What stands on a terminal: one file a screen, and here what they share.
public enum Screen {
  /// "62 of 100 points: 20 passed, 3 failed, 7 to do (synthetic CIFAR-10)"; where some were given with
  /// files of ours, how many.
  static func summary(of report: Report) -> String {
    let tally = report.tally.map { "\($0.count) \(word($0.verdict))" }.joined(separator: ", ")
    let dataset = report.dataset.map { " (\($0))" } ?? ""
    let ours = report.pointsWithOurs
    let share = ours > 0 ? ", \(ours) of them with files of ours" : ""
    return "\(report.points) of \(report.possible) points\(share): \(tally)\(dataset)"
  }

  static func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .passed: "passed"
    case .failed: "failed"
    case .unfinished: "to do"
    case .doesNotCompile: "not compiled"
    case .crashed: "crashed"
    case .timedOut: "timed out"
    case .blocked: "blocked"
    case .notRead: "not read"
    case .refused: "refused"
    case .graderFault: "not decided (a fault of the grader)"
    }
  }

  /// A verdict in one character, so that no one needs to see colours.
  static func sign(_ verdict: Verdict) -> String {
    switch verdict {
    case .passed: "✓"
    case .failed: "✗"
    case .unfinished: "○"
    case .doesNotCompile: "⊘"
    case .crashed, .timedOut, .notRead, .refused: "!"
    case .blocked: "-"
    case .graderFault: "?"
    }
  }

  static func mark(_ verdict: Verdict) -> String {
    switch verdict {
    case .passed: green(sign(verdict))
    case .failed, .doesNotCompile, .crashed, .timedOut, .notRead, .refused: red(sign(verdict))
    case .unfinished, .blocked: dim(sign(verdict))
    case .graderFault: yellow(sign(verdict))
    }
  }

  static let isTerminal = isatty(STDOUT_FILENO) == 1

  static let isColored =
    isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

  static func colored(_ text: String, _ code: Int) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  static func bold(_ text: String) -> String { colored(text, 1) }
  static func dim(_ text: String) -> String { colored(text, 2) }
  static func red(_ text: String) -> String { colored(text, 31) }
  static func green(_ text: String) -> String { colored(text, 32) }
  static func yellow(_ text: String) -> String { colored(text, 33) }
}

extension String {
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
