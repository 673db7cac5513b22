import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

/// The question of these tests is asked for twice as much.
@Suite("Small cases of a question that belongs to no contract")
struct SmallQuestionTests {
  private static let question = Question<Tensor, Tensor>("99.twice")
  private static let small = [[1.0], [1, -2], [3, 3]].map { Tensor($0) }

  private static let byReference = Check(
    "99.twice.value", claim: "it is doubled", points: 50, hints: ["?"]
  ) { exam in
    try exam.offer(question, small: small)
    try exam.expectReference(question, of: exam.normal([3, 4]))
  }

  private static let byClaim = Check(
    "99.twice.claim", claim: "it is doubled", points: 50, hints: ["?"]
  ) { exam in
    try exam.offer(question, small: small)
    let seen = try exam.ask(question, Tensor([-7]))
    exam.note(seen, of: question, Tensor([-7]))
    try exam.expect(seen[0] == -14, "-7 became \(seen[0])")
  }

  private func result(
    of check: Check, explains: Bool = true, _ twice: @escaping @Sendable (Tensor) -> Tensor
  ) -> CheckResult {
    let exercise = Exercise(
      number: "99", title: "", folder: "99-Made", files: ["A.swift"],
      plan: ExercisePlan(checks: [:], together: [check]))
    let oracle = Oracle(mistakes: []) { _, _ in
      ScriptedSubject { $0.to(Self.question) { 2 * $0 } }
    }
    return Examiner(exercise, seed: 7, oracle: oracle, data: nil, explains: explains) { _ in
      Stopping { $0.to(Self.question, twice) }
    }.result(of: check)
  }

  @Test("The first that comes back wrong is shown beside what is expected")
  func first() throws {
    let example = try #require(result(of: Self.byReference) { 2 * abs($0) }.example)
    #expect(example.isSmallCase)
    #expect(example.inputs.map(\.value) == [Tensor([1, -2])])
    #expect((example.seen.value, example.expected) == (Tensor([2, 4]), Tensor([2, -4])))
  }

  @Test("It is shown, too, where a check has said in words what is wrong")
  func claim() throws {
    let wrong = result(of: Self.byClaim) { abs($0) }
    #expect(wrong.message == "twice of an input [1] = [-7.0]: -7 became 7.0.")
    #expect(wrong.example?.expected == Tensor([2]))
  }

  @Test("Nothing is shown of what is right, nor where nobody reads it")
  func silent() {
    #expect(result(of: Self.byClaim) { 2 * $0 }.example == nil)
    #expect(result(of: Self.byClaim, explains: false) { abs($0) }.example == nil)
    #expect(result(of: Self.byReference, explains: false) { abs($0) }.example?.isSmallCase == false)
  }

  @Test("The first at which the code does not end is the smallest call, with the right answer")
  func stops() throws {
    let wrong = result(of: Self.byReference) { x in x.count > 1 ? Tensor([.nan]) : 2 * x }
    #expect(wrong.verdict == .timedOut)
    let stopped = try #require(wrong.stopped)
    #expect(stopped.isSmallest)
    #expect(stopped.inputs.map(\.value) == [Tensor([1, -2])])
    #expect(stopped.expected.map(\.value) == [Tensor([2, -4])])
    #expect(stopped.line == Crash.Place(file: "A.swift", line: 3))
  }

  /// A subject that computes for ever in the place of an answer that is no number.
  private final class Stopping: Subject {
    let printed = ""
    private let subject: ScriptedSubject

    init(_ answer: (inout Answers) -> Void) {
      subject = ScriptedSubject(answer)
    }

    func exchange(
      _ question: Frame, limits: Limits, progress: (TrainingProgress) -> Void
    ) throws -> Frame {
      let answer = try subject.exchange(question, limits: limits, progress: progress)
      let tensor = try replies(in: answer, to: SmallQuestionTests.question, count: 1)[0]
      guard tensor.scalars.allSatisfy({ !$0.isNaN }) else {
        throw SubjectEnd.computedTooLong(
          seconds: 2, allowed: 2, places: [Crash.Place(file: "A.swift", line: 3)])
      }
      return answer
    }
  }
}
