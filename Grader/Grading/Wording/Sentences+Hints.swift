import Foundation

/// Questions that help with what happened, whatever was asked. A check's own hints are about its
/// formula, and would send somebody looking for a wrong sign whose index is out of range.
extension Sentences {
  /// Nil where the check's own hints fit best, as at wrong numbers. Of a mistake that is named it is the
  /// hint that fits it; empty where none does.
  static func hint(after failure: Failure, of check: Check) -> String? {
    if failure.mistakes.count == 1 { return failure.mistakes[0].hint(of: check) ?? "" }
    guard failure.mistakes.isEmpty, case .difference(let difference) = failure.finding else {
      return nil
    }
    switch difference {
    case .count:
      return "How many things does the function return, and in which order?"
    case .shape:
      return "Write the shape of each intermediate result beside its line. "
        + "At which line is it first not what you expect?"
    case .entry:
      guard case .notFinite = failure.observation else { return nil }
      return
        "Which line is the first that makes infinity or NaN of these numbers? Print what comes "
        + "of each."
    }
  }

  /// Nil where the check's own hints fit best; empty where no hint helps.
  static func hint(after end: SubjectEnd) -> String? {
    switch end {
    case .unfinished: nil
    case .crashed(let crash): hint(after: crash)
    case .exited:
      "Where does your code call exit? A function answers by returning, and nothing has to end "
        + "the program."
    case .waitedTooLong(_, isCertain: true):
      "What does your code wait for: a line that somebody types, a lock, a sleep? "
        + "Nobody types anything here."
    case .waitedTooLong, .computedTooLong, .spentBudget:
      "Does the condition of every loop become false one day? "
        + "And which loop over entries could be one operation on a whole tensor?"
    case .printedTooMuch:
      "Which print stands in a loop? A shape often tells as much as a whole tensor."
    case .outOfMemory:
      "Which tensor or array grows in a loop, or has more axes than you meant it to have? "
        + "Print the shapes."
    case .tooManyProcesses:
      "A function answers without starting any program. Which line starts one?"
    case .starved, .garbled, .problem: ""
    }
  }

  private static func hint(after crash: Crash) -> String {
    let reason = crash.reason ?? ""
    let there = crash.place == nil ? "where it stopped" : "at that line"
    let question =
      if reason.contains("calls itself") || reason.isEmpty && crash.signal == SIGSEGV {
        "Which function calls itself, and when is it to stop doing so?"
      } else if reason.contains("out of range")
        || reason.contains(/has (\d+ rows|no entry)/)
      {
        "Which index is used \(there), and how many entries are there? Print both before it."
      } else if reason.contains("found nil") {
        "What is unwrapped with ! \(there), and when is it nil?"
      } else if reason.contains(/\[\d[\d, ]*\]/) {
        "Which shapes meet \(there)? Print them before it, beside those that you expect."
      } else if reason.contains("overflow") || reason.contains(/[Dd]ivision/) {
        "Which whole numbers meet \(there)? Print them before it: they can grow too large, and "
          + "none can be divided by 0."
      } else {
        "What stands \(there): an index, a division, a ! that unwraps? Print what goes into it."
      }
    return crash.place == nil
      ? question + " (Printing on the way tells how far it comes.)" : question
  }
}
