import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

@Suite("The hint that is shown")
struct HintTests {
  /// Returns what comes of a check that ends with `error`.
  private func result(_ error: any Error & Sendable) throws -> CheckResult {
    let check = Check("05.it", claim: "a claim", points: 1, hints: ["Its own?"]) { _ in
      throw error
    }
    let exercise = Exercise(
      number: "05", title: "Made up", folder: "05-MadeUp", files: [],
      plan: ExercisePlan(checks: [:], together: [check]))
    return Examiner(
      exercise, seed: 1, oracle: Oracle(), data: try .synthetic(seed: 1),
      makeSubject: { _ in Silent() }
    ).result(of: check)
  }

  private func failure(_ difference: Difference, _ mistake: KnownMistake? = nil) -> Failure {
    Failure(
      finding: .difference(difference), question: "a question", mistakes: mistake.map { [$0] } ?? []
    )
  }

  @Test("At wrong numbers, and where a mistake is named, it is the check's own")
  func numbers() throws {
    let entry = Difference.entry(
      part: "", shape: [1], index: [0], seen: 1, expected: 2, wrong: 1, count: 1)
    let shape = Difference.shape(part: "", seen: [1], expected: [2])
    #expect(try result(failure(entry)).hint == "Its own?")
    #expect(
      try result(failure(shape, KnownMistake(id: "a", checks: [], explanation: "it is so"))).hint
        == "Its own?")
    #expect(
      try result(Failure(finding: .statement("it is so"), question: "a question")).hint
        == "Its own?")
    #expect(try result(SubjectEnd.unfinished(part: "5.1")).hint == "Its own?")
  }

  @Test("Where a mistake is named it is the one that fits it, and none where none does")
  func ofAMistake() throws {
    let check = Check("05.it", claim: "a claim", points: 1, hints: ["First?", "Second?"]) { _ in }
    func hint(_ hints: [String: Int]) -> String? {
      let mistake = KnownMistake(
        id: "a", checks: [check.id], explanation: "it is so", hints: hints)
      return Sentences.hint(
        after: Failure(
          finding: .statement("it is wrong"), question: "a question", mistakes: [mistake]),
        of: check)
    }
    #expect(hint([:]) == "First?")
    #expect(hint(["05.it": 2, "05.other": 1]) == "Second?")
    #expect(hint(["05.it": 0]) == "")
  }

  @Test("Which hint fits a mistake stands behind the check that tells it, and in the key")
  func declared() throws {
    let text = "it.wrong  It.swift\n05.it 2, 05.other: it is so\n- a\n+ b\n"
    let mistake = try MistakeSource.parse(text, file: "mistakes.txt")[0].mistake
    #expect(mistake.checks == ["05.it", "05.other"])
    #expect(mistake.hints == ["05.it": 2])
    let kept = try PropertyListEncoder().encode(mistake)
    #expect(try PropertyListDecoder().decode(KnownMistake.self, from: kept) == mistake)
    #expect(throws: GraderError.self) {
      try MistakeSource.parse(text.replacing("05.it 2", with: "05.it two"), file: "mistakes.txt")
    }
  }

  @Test("The next hint is one that nobody has seen, and the last stays")
  func next() throws {
    let scratch = try ScratchFolder()
    let shown = HintsShown(Installation(root: scratch.path, products: scratch.path))
    let check = Check("05.it", claim: "a claim", points: 1, hints: ["A?", "B?", "C?"]) { _ in }
    // No screen says a hint of what is still to be written, or waits for another.
    shown.note([CheckResult(check, .unfinished), CheckResult(check, .blocked)], of: [check])
    #expect(shown.numbers.isEmpty)
    // The hint of a mistake that was named is the second.
    shown.note([CheckResult(check, .failed, hint: "B?")], of: [check])
    let next = try (1...3).map { _ in try shown.next(of: check) }
    #expect(next.map(\.number) == [0, 2, 2])
    #expect(next.map(\.left) == [1, 0, 0])
  }

  @Test("At a wrong shape it asks for the shapes on the way")
  func shapes() throws {
    let shape = Difference.shape(part: "", seen: [1], expected: [2])
    #expect(try result(failure(shape)).hint.hasPrefix("Write the shape of each intermediate"))
  }

  static let traps: [(reason: String?, words: String)] = [
    ("Index out of range", "Which index is used at that line"),
    ("Division by zero", "Which whole numbers meet at that line"),
    ("arithmetic overflow", "Which whole numbers meet at that line"),
    (
      "Unexpectedly found nil while unwrapping an Optional value",
      "What is unwrapped with ! at that line"
    ),
    ("matmul: [4, 3] · [2, 4]: inner axes must match, 3 ≠ 2", "Which shapes meet at that line"),
    ("it calls itself for ever", "Which function calls itself"),
    (nil, "What stands at that line: an index, a division, a ! that unwraps?"),
  ]

  @Test("At a trap it asks for what can stop at that line", arguments: traps.indices)
  func atATrap(index: Int) throws {
    let (reason, words) = Self.traps[index]
    var crash = Crash(
      signal: SIGILL, reason: reason, place: Crash.Place(file: "A.swift", line: 3))
    let trapped = try result(SubjectEnd.crashed(crash))
    #expect(trapped.verdict == .crashed)
    #expect(trapped.hint.hasPrefix(words), "\(trapped.hint)")
    crash.place = nil
    #expect(!(try result(SubjectEnd.crashed(crash))).hint.contains("at that line"))
  }

  static let ends: [(end: SubjectEnd, words: String)] = [
    (.exited(status: 0), "Where does your code call exit?"),
    (.waitedTooLong(seconds: 20, isCertain: true), "What does your code wait for"),
    (.waitedTooLong(seconds: 20, isCertain: false), "Does the condition of every loop"),
    (.computedTooLong(seconds: 2, allowed: 2), "Does the condition of every loop"),
    (.printedTooMuch(limit: 1), "Which print stands in a loop?"),
    (.outOfMemory(limit: 1), "Which tensor or array grows in a loop"),
  ]

  @Test("At every other end it asks about that, and not about the formula", arguments: ends.indices)
  func atAnotherEnd(index: Int) throws {
    let (end, words) = Self.ends[index]
    #expect(try result(end).hint.hasPrefix(words))
  }

  @Test("Where the machine or the grader is at fault, there is none")
  func faults() throws {
    let starved = SubjectEnd.starved(seconds: 1, allowed: 2, wallSeconds: 200)
    #expect(try result(starved).verdict == .graderFault)
    for error in [starved, GraderError.noToolchain] as [any Error & Sendable] {
      #expect(try result(error).hint.isEmpty)
    }
  }
}

/// A subject that is never asked.
private final class Silent: Subject {
  let printed = ""

  func exchange(
    _ question: Frame, limits: Limits, progress: (TrainingProgress) -> Void
  ) throws -> Frame {
    throw SubjectEnd.exited(status: 0)
  }
}
