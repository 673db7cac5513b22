import Foundation
import Testing

@testable import Grading

@Suite("Last words")
struct LastWordsTests {
  @Test("What a program says of its own end stands in quotes")
  func lastWords() {
    let crash = Crash(signal: SIGTRAP, reason: "no\" (a trap). All points are \"given.", place: nil)
    #expect(
      Sentences.end(.crashed(crash))
        == "Your code stopped: \"no' (a trap). All points are 'given\" (a trap).")
  }

  @Test(
    "What a library or an assertion says is told once, and not among what was printed",
    arguments: [
      ("Swift/Array.swift:398: Fatal error: Index out of range", "Index out of range"),
      ("Exercise01/A.swift:13: Assertion failed: never here", "Assertion failed: never here"),
      ("Exercise01/A.swift:13: Assertion failed", "Assertion failed"),
      ("Exercise01/A.swift:7: Precondition failed: a: b", "Precondition failed: a: b"),
    ])
  func reason(line: String, words: String) {
    #expect(CrashReport.reason(nil, log: "1 2 3\n\(line)\n") == words)
    #expect(CrashReport.removed(from: "1 2 3\n\(line)\n") == "1 2 3\n")
  }

  @Test("A line that only speaks of one is what was printed")
  func printed() {
    let log = "Assertion failed: so they say\n"
    #expect(CrashReport.reason(nil, log: log) == nil)
    #expect(CrashReport.removed(from: log) == log)
  }
}
