import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

/// The function of these tests doubles x; what is asked of it stops it where x has three rows and more.
@Suite("The call at which somebody's code stops")
struct StoppedCallTests {
  private static let question = Question<LayerRun<Tensor>, LayerTrace<Tensor, NoGradients>>(
    "99.doubled")
  private static let plain = Question<Tensor, Tensor>("99.plain")

  private func stopped(_ check: Check, explains: Bool = true) -> CheckResult {
    let exercise = Exercise(
      number: "99", title: "", folder: "99-Made", files: ["A.swift"],
      plan: ExercisePlan(checks: [:], together: [check]))
    let oracle = Oracle(mistakes: []) { _, _ in Stopping(rows: .max) }
    return Examiner(exercise, seed: 7, oracle: oracle, data: nil, explains: explains) { _ in
      Stopping(rows: 3)
    }.result(of: check)
  }

  private let ofRun = FunctionContract(question) { exam in
    [[7, 2], [2, 2], [3, 2], [4, 4]].map { exam.normal($0) }
  }.check("99.doubled.rows", points: 100, claim: "it is doubled", hints: ["?"])

  private let ofOne = Check("99.plain.rows", claim: "it is doubled", points: 1, hints: ["?"]) {
    try $0.expectReference(plain, of: $0.normal([5, 1]))
  }

  @Test("Is the smallest of the calls that stop it, with all that went in and what was expected")
  func smallest() throws {
    let result = stopped(ofRun)
    #expect(result.verdict == .crashed)
    let call = try #require(result.stopped)
    #expect(call.call == "doubled of x [3, 2]")
    #expect(call.inputs.map(\.name) == ["x"])
    #expect(call.inputs[0].value.shape == [3, 2])
    #expect(call.expected.map(\.value) == [2 * call.inputs[0].value])
    #expect(call.isSmallest)
    #expect(call.line?.line == 12)
  }

  @Test("Is shown below the line of the file, in numbers")
  func screen() {
    var result = stopped(ofRun)
    result.stopped?.code = "  x + x[2]"
    let screen = Screen.explanation(of: result, ofRun)
    #expect(screen.contains("  A.swift, line 12:\n\n    x + x[2]\n\n  The smallest call at which"))
    #expect(screen.contains("\n\n  doubled of x [3, 2]\n\n    x [3, 2]\n"), "\(screen)")
    #expect(screen.contains("\n    expected [3, 2]\n"))
  }

  @Test("Of a question that is no run of calls it is the question")
  func single() throws {
    let call = try #require(stopped(ofOne).stopped)
    #expect(call.call == "plain of an input [5, 1]")
    #expect(call.inputs.map(\.value.shape) == [[5, 1]])
    #expect(call.expected.map(\.value) == [2 * call.inputs[0].value])
  }

  @Test("Is looked for only where somebody wants to read it")
  func onlyExplained() {
    #expect(stopped(ofRun, explains: false).stopped == nil)
  }

  /// A subject that stops at so many rows.
  private final class Stopping: Subject {
    let printed = ""
    private let subject: ScriptedSubject
    private let rows: Int

    init(rows: Int) {
      self.rows = rows
      subject = ScriptedSubject {
        $0.to(StoppedCallTests.question) { $0.trace { 2 * $0 } }
        $0.to(StoppedCallTests.plain) { 2 * $0 }
      }
    }

    func exchange(
      _ question: Frame, limits: Limits, progress: (TrainingProgress) -> Void
    ) throws -> Frame {
      let answer = try subject.exchange(question, limits: limits, progress: progress)
      let single = try? replies(in: answer, to: StoppedCallTests.plain, count: 1)
      let tensors =
        try single ?? replies(in: answer, to: StoppedCallTests.question, count: 1)[0].outputs
      guard tensors.allSatisfy({ $0.shape[0] < rows }) else {
        throw SubjectEnd.crashed(
          Crash(
            signal: SIGTRAP, reason: "no such row", place: Crash.Place(file: "A.swift", line: 12)))
      }
      return answer
    }
  }
}
