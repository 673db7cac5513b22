import Doorway
import Tensors
import Testing

@testable import Grading

@Suite("The contract of a loop")
struct LoopContractTests {
  private typealias Trace = LayerTrace<Double, Tensor>

  private static let loss = Question<LayerRun<Tensor>, Trace>("99.loss")

  private static let contract = LoopContract<Tensor, Tensor>(
    Question("99.loop"), loss: loss, outputs: Question("99.outputs"), shapes: { [[$0, 3]] }
  ) { _, x, _, _ in x }

  /// - Parameter sureDraws: So many draws come by parameters with which no gradient shows.
  private static func mixtures(sureDraws: Int) throws -> [GradientMixture?] {
    nonisolated(unsafe) var draws = 0
    nonisolated(unsafe) let subject = ScriptedSubject {
      $0.to(loss) { run in
        draws += 1
        return run.trace {
          ($0.sum(), $0)
        } backward: { x, _, _ in
          draws > sureDraws ? x : 0 * x
        }
      }
    }
    let check = Check("99.loop", claim: "it is", points: 100, hints: ["?"]) { _ in }
    let exam = Examination(
      check: check, subject: subject, oracle: Oracle(mistakes: []) { _, _ in subject }, data: nil,
      seed: 7)
    return try contract.drawn(exam) {
      contract.run(.epochs, exam, samples: 5, batchSize: 2, epochs: 1)
    }.mixtures
  }

  @Test("A network that is so sure of a sample that its gradient does not show is drawn again")
  func surePassesBy() throws {
    let mixtures = try Self.mixtures(sureDraws: 3)
    #expect(mixtures.count == 4)
    #expect(mixtures.allSatisfy { $0 != nil })
  }

  @Test("A network that never has a gradient is not drawn for ever")
  func neverEnds() throws {
    #expect(try Self.mixtures(sureDraws: .max).allSatisfy { $0 == nil })
  }
}
