import Doorway
import Tensors
import Testing

@testable import Grading

@Suite("What is left of a check")
struct LettingGoTests {
  private static let question = Question<LayerRun<Tensor>, LayerTrace<Tensor, Tensor>>("99.same")

  private static func subject(_ backward: @escaping (Tensor) -> Tensor) -> ScriptedSubject {
    ScriptedSubject {
      $0.to(question) { run in
        run.trace {
          ($0, ())
        } backward: { _, upstream, _ in
          backward(upstream[0])
        }
      }
    }
  }

  @Test(
    "Nobody holds a subject when its check is decided: its process and folder go",
    arguments: [1.0, 2])
  func subjectIsLetGo(factor: Double) {
    let check = LayerContract(Self.question) { [$0.normal([3, 2])] }.check(
      "99.same.gradient", .gradients(), points: 100, claim: "it is", hints: ["?"])
    nonisolated(unsafe) weak var held: ScriptedSubject?
    let oracle = Oracle(mistakes: []) { _, _ in Self.subject { $0 } }
    let examiner = Examiner(
      Exercise(
        number: "99", title: "", folder: "99-Made", files: [],
        plan: ExercisePlan(checks: [:], together: [check])),
      seed: 7, oracle: oracle, data: nil
    ) { _ in
      let subject = Self.subject { factor * $0 }
      held = subject
      return subject
    }
    #expect(examiner.result(of: check).verdict == (factor == 1 ? .passed : .failed))
    #expect(held == nil)
  }
}
