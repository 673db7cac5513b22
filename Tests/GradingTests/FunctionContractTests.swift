import Doorway
import Synchronization
import Tensors
import Testing

@testable import Grading

/// The function of these tests subtracts from each row its mean.
@Suite("The contract of a function")
struct FunctionContractTests {
  typealias Function = @Sendable (Tensor) -> Tensor

  private static let question = Question<LayerRun<Tensor>, LayerTrace<Tensor, NoGradients>>(
    "99.centered")
  private static let check = FunctionContract(question) { exam in
    [[3, 4], [4, 4], [1, 5], [5, 1], [exam.prime(), 2]].map { exam.normal($0) }
  }.check("99.centered.rows", points: 100, claim: "it is", hints: ["?"])

  @Sendable private static func centered(_ x: Tensor) -> Tensor {
    x - x.mean(along: 1, keepingAxis: true)
  }

  private func result(_ function: @escaping Function, seed: UInt64 = 7) -> CheckResult {
    @Sendable func subject(_ function: @escaping Function) -> ScriptedSubject {
      ScriptedSubject { $0.to(Self.question) { $0.trace(function) } }
    }
    let exercise = Exercise(
      number: "99", title: "", folder: "99-Made", files: [],
      plan: ExercisePlan(checks: [:], together: [Self.check]))
    let oracle = Oracle(mistakes: []) { _, _ in subject(Self.centered) }
    return Examiner(exercise, seed: seed, oracle: oracle, data: nil) { _ in subject(function) }
      .result(of: Self.check)
  }

  @Test("What is right passes, whatever the order of its sums")
  func rightPasses() {
    for seed in 1...20 as ClosedRange<UInt64> {
      let result = result({ $0 - $0.sum(along: 1, keepingAxis: true) / $0.shape[1] }, seed: seed)
      #expect(result.verdict == .passed, "\(result.message)")
    }
  }

  @Test("What is right for square matrices, once, or in one element type is not")
  func wrongFails() {
    let last = Mutex<[[Int]: Tensor]>([:])
    let wrong: [Function] = [
      { $0 - $0.mean(along: 1, keepingAxis: true).converted(to: .float32) },
      { $0 - $0.sum(along: 1, keepingAxis: true) / $0.shape[0] },
      { x in
        last.withLock { kept in
          if kept[x.shape] == nil { kept[x.shape] = Self.centered(x) }
          return kept[x.shape] ?? x
        }
      },
    ]
    for wrong in wrong { #expect(result(wrong).verdict == .failed) }
  }

  @Test("A failure names the function and what it was given")
  func failureNamesFunction() {
    #expect(result { $0 }.message.contains("centered of x [3, 4]"))
  }
}
