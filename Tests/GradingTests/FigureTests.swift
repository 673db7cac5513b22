import Doorway
import Tensors
import Testing

@testable import Grading

@Suite("The figure that a training comes to")
struct FigureTests {
  private static let question = Question<LayerRun<Tensor>, LayerTrace<Tensor, NoGradients>>(
    "99.trained")

  /// What comes of a check whose training recognises so many of ten.
  private func result(of right: Int, bonus: Int = 0) -> CheckResult {
    let run = LayerRun<Tensor>([])
    let check = Check("99.it", claim: "it learns", points: 5, bonus: 3, hints: ["Why?"]) { exam in
      try exam.expectFigure(
        right >= 5, after: Self.question, run, tellingBy: run,
        "the network recognises \(right) of 10, 5 are asked for")
      if bonus > 0 { exam.award(bonus, "So many: \(bonus) points more.") }
    }
    let exercise = Exercise(
      number: "99", title: "", folder: "99-Made", files: [],
      plan: ExercisePlan(checks: [:], together: [check]))
    return Examiner(exercise, seed: 1, oracle: Oracle(), data: nil) { _ in
      ScriptedSubject { $0.to(Self.question) { $0.trace { $0 } } }
    }.result(of: check)
  }

  @Test("Where it is reached the check says it as well, and a bonus says it in its own words")
  func told() {
    #expect(result(of: 4).verdict == .failed)
    #expect(result(of: 4).message.contains("recognises 4 of 10, 5 are asked for."))
    let passed = result(of: 7)
    #expect(passed.verdict == .passed && passed.points == 5)
    #expect(passed.message == "The network recognises 7 of 10, 5 are asked for.")
    #expect(passed.hint.isEmpty)
    let better = result(of: 9, bonus: 3)
    #expect(better.points == 8 && better.message == "So many: 3 points more.")
  }
}
