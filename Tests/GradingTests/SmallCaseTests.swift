import Doorway
import Synchronization
import Tensors
import Testing

@testable import Grading

/// The layer of these tests is x², and has three small cases.
@Suite("Small cases to follow by hand")
struct SmallCaseTests {
  private static let question = Question<LayerRun<Tensor>, LayerTrace<Tensor, Tensor>>("99.square")
  private static let contract = LayerContract(
    question, small: [[1, 1], [1, 2], [2, 2]].map { SmallCases.tensor($0) }
  ) { exam in
    [[3, 4], [5]].map { exam.normal($0, deviation: 9) }
  }
  private static let checks = [
    contract.check("99.square.forward", .outputs, points: 50, claim: "it is", hints: ["?"]),
    contract.check("99.square.gradient", .gradients(), points: 50, claim: "it is", hints: ["?"]),
  ]

  private static func subject(
    _ forward: @escaping (Tensor) -> Tensor = { $0 * $0 },
    _ backward: @escaping (Tensor, Tensor) -> Tensor = { 2 * $0 * $1 }
  ) -> ScriptedSubject {
    ScriptedSubject {
      $0.to(question) { run in
        run.trace {
          (forward($0), $0)
        } backward: {
          backward($1[0], $2)
        }
      }
    }
  }

  private func result(
    of check: Int, explains: Bool = true, oracle: Oracle? = nil,
    _ make: @escaping @Sendable () -> ScriptedSubject
  ) -> CheckResult {
    let exercise = Exercise(
      number: "99", title: "", folder: "99-Made", files: [],
      plan: ExercisePlan(checks: [:], together: Self.checks))
    let oracle = oracle ?? Oracle(mistakes: []) { _, _ in Self.subject() }
    return Examiner(exercise, seed: 7, oracle: oracle, data: nil, explains: explains) { _ in make()
    }
    .result(of: Self.checks[check])
  }

  @Test("The first that comes back wrong is shown, with what is expected, beside what went in")
  func first() throws {
    // Right where x is positive.
    let wrong = result(of: 0) { Self.subject({ abs($0) * $0 }) }
    let example = try #require(wrong.example)
    #expect(example.isSmallCase)
    #expect(example.inputs.map(\.value) == [Tensor([[0.5, -2]])])
    #expect(example.seen.value == Tensor([[0.25, -4]]))
    #expect(example.expected == Tensor([[0.25, 4]]))
    #expect(example.differs == [false, true])
    let screen = Screen.explanation(of: wrong, Self.checks[0])
    #expect(
      screen.contains("  A small case to follow by hand, the smallest that comes back wrong:\n"))
    #expect(
      screen.contains("    yours [1, 2]    expected [1, 2]\n    0.25     -4✗    0.25     4\n"))
  }

  @Test("On the way back round numbers come from above, and the right output stands beside them")
  func wayBack() throws {
    let example = try #require(
      result(of: 1) {
        Self.subject {
          $0 * $0
        } _: {
          $0 * $1
        }
      }.example)
    #expect(example.inputs.map(\.value) == [Tensor([[0.5]]), Tensor([[2]]), Tensor([[0.25]])])
    #expect((example.seen.value, example.expected) == (Tensor([[1]]), Tensor([[2]])))
  }

  @Test("Where none of them is wrong, the smallest of the check's own calls is shown")
  func none() throws {
    let wrong = result(of: 0) {
      Self.subject { x in Tensor(shape: x.shape, scalars: x.scalars.map { $0 > 5 ? 25 : $0 * $0 }) }
    }
    let example = try #require(wrong.example)
    #expect(!example.isSmallCase)
  }

  @Test("They are asked only where somebody reads it, and of what has failed")
  func onlyExplained() {
    let asked = Mutex<[[Int]]>([])
    func shapes(explains: Bool, _ isRight: Bool) -> [[Int]] {
      asked.withLock { $0 = [] }
      _ = result(of: 0, explains: explains) {
        Self.subject { x in
          asked.withLock { $0.append(x.shape) }
          return isRight ? x * x : x
        }
      }
      return asked.withLock { $0 }
    }
    #expect(!shapes(explains: false, false).contains([1, 1]))
    #expect(!shapes(explains: true, true).contains([1, 1]))
    #expect(shapes(explains: true, false).last == [1, 1])
  }

  @Test("A key that was recorded has their answers, so that nobody needs a solution to read them")
  func recorded() throws {
    let recording = Oracle(key: AnswerKey(), mistakes: [], recording: true) { _, _ in Self.subject()
    }
    for check in Self.checks.indices {
      #expect(
        result(of: check, explains: false, oracle: recording) { Self.subject() }.verdict == .passed)
    }
    let example = result(of: 1, oracle: Oracle(key: recording.key)) {
      Self.subject {
        $0 * $0
      } _: {
        0 * $0 * $1
      }
    }.example
    #expect(example?.isSmallCase == true)
  }
}
