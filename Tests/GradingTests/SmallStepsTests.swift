import Doorway
import Tensors
import Testing

@testable import Grading

/// The rule of these tests is momentum: v ← v/2 - rate · gradient, and w ← w + v.
@Suite("Steps of an optimizer to follow by hand")
struct SmallStepsTests {
  private static let question = Question<OptimizerRun<Double>, OptimizerTrace>("99.rule")
  private static let check = OptimizerContract(question, keeps: "velocity", small: [0.5]).check(
    "99.rule.steps", steps: 4, state: true, points: 100, claim: "it is", hints: ["?"]
  ) { exam, _, _ in exam.number(in: 0.1...0.9) }

  private static func subject(keeps share: Double) -> ScriptedSubject {
    ScriptedSubject {
      $0.to(question) { run in
        run.trace {
          (rate: $0, velocities: [Tensor]())
        } set: {
          $0.rate = $1
        } update: { rule, parameters, gradients in
          if rule.velocities.isEmpty { rule.velocities = gradients.map { Tensor(zerosLike: $0) } }
          for i in parameters.indices {
            rule.velocities[i] = share * rule.velocities[i] - rule.rate * gradients[i]
            parameters[i] += rule.velocities[i]
          }
        } state: {
          $0.velocities
        }
      }
    }
  }

  private func result(keeping share: Double, explains: Bool = true) -> CheckResult {
    let exercise = Exercise(
      number: "99", title: "", folder: "99-Made", files: [],
      plan: ExercisePlan(checks: [:], together: [Self.check]))
    let oracle = Oracle(mistakes: []) { _, _ in Self.subject(keeps: 0.5) }
    return Examiner(exercise, seed: 7, oracle: oracle, data: nil, explains: explains) { _ in
      Self.subject(keeps: share)
    }.result(of: Self.check)
  }

  @Test("The first step that is wrong is shown, with all gradients until then and the settings")
  func second() throws {
    let example = try #require(result(keeping: 0).example)
    #expect(example.isSmallCase)
    #expect(example.call == "step 2 of rule with learningRate 0.5")
    #expect(
      example.inputs.map(\.name) == [
        "the parameter before the first step", "the gradient of step 1", "the gradient of step 2",
      ])
    // 3 - 1 = 2, and then 2 + 0.25 where it is 2 - 0.5 + 0.25.
    #expect((example.seen.value, example.expected) == (Tensor([2.25]), Tensor([1.75])))
  }

  @Test("Nothing is shown of what is right, nor where nobody reads it")
  func silent() {
    #expect(result(keeping: 0.5).example == nil)
    #expect(result(keeping: 0.5).verdict == .passed)
    #expect(result(keeping: 0, explains: false).example?.isSmallCase == false)
  }
}
