import Doorway
import Tensors
import Testing

@testable import Grading

/// The network of these tests has the loss Σ w · x, whose gradient is x itself.
@Suite("A training loop to follow by hand")
struct SmallLoopTests {
  private struct Weighted: LayerInput {
    var w: Tensor
    var x: Tensor

    var differentiable: [Part] {
      get { [Part("w", w)] }
      set { w = newValue[0].value }
    }

    var sizes: [Size] { [] }
  }

  private static let loss = Question<LayerRun<Weighted>, LayerTrace<Double, Tensor>>("99.loss")
  private static let loop = Question<LoopRun, LoopTrace>("99.loop")
  private static let contract = LoopContract<Weighted, Tensor>(
    loop, loss: loss, outputs: Question("99.outputs"), shapes: { [[$0]] }, small: [[1]]
  ) { parameters, x, _, _ in Weighted(w: parameters[0], x: x) }
  private static let check = Check(
    "99.loop.batches", claim: "it is", points: 100, hints: ["?"], examine: contract.expectBatches)

  /// - Parameter batches: Makes batches of the samples of an epoch.
  /// - Parameter factor: Of the gradient of the network.
  private static func subject(
    factor: Double = 1, _ batches: @escaping ([Int], Int) -> [[Int]]
  ) -> ScriptedSubject {
    ScriptedSubject {
      $0.to(loss) { run in
        run.trace {
          (($0.x * $0.w).sum(along: 1).mean(), $0.x)
        } backward: { _, _, x in
          factor * x.mean(along: 0)
        }
      }
      $0.to(loop) { run in
        var (trace, generator) = (LoopTrace(), SeededGenerator(seed: run.seed))
        for _ in 0..<run.epochs {
          let order = run.labels.indices.shuffled(using: &generator)
          var losses: [Double] = []
          for batch in batches(order, run.batchSize) {
            let w = run.script[min(trace.steps.count, run.script.count - 1)]
            let x = run.samples.rows(at: batch)
            losses.append((x * w[0]).sum(along: 1).mean())
            trace.steps.append(LoopStep(parameters: w, gradients: [factor * x.mean(along: 0)]))
          }
          let mean = losses.reduce(0, +) / Double(max(losses.count, 1))
          trace.history.append(LoopEpoch(trainingLoss: mean, steps: trace.steps.count))
        }
        return trace
      }
    }
  }

  private static func all(_ order: [Int], _ size: Int) -> [[Int]] {
    stride(from: 0, to: order.count, by: size).map {
      Array(order[$0..<min($0 + size, order.count)])
    }
  }

  private static func full(_ order: [Int], _ size: Int) -> [[Int]] {
    all(order, size).filter { $0.count == size }
  }

  private func result(_ make: @escaping @Sendable () -> ScriptedSubject) -> CheckResult {
    let exercise = Exercise(
      number: "99", title: "", folder: "99-Made", files: [],
      plan: ExercisePlan(checks: [:], together: [Self.check]))
    let oracle = Oracle(mistakes: []) { _, _ in Self.subject(Self.all) }
    return Examiner(exercise, seed: 7, oracle: oracle, data: nil, explains: true) { _ in make() }
      .result(of: Self.check)
  }

  @Test("The smallest run in which it goes another way is shown, with samples and parameters")
  func first() throws {
    // Leaves out a batch that is not full.
    let wrong = result { Self.subject(Self.full) }
    #expect(wrong.verdict == .failed)
    let example = try #require(wrong.example)
    #expect(example.call == "loop of trainEpoch on 3 samples, batchSize 2, 1 epoch")
    #expect(example.inputs.map(\.value.shape) == [[3, 1], [3], [3, 1]])
    #expect((example.seen.value, example.expected) == (Tensor(1), Tensor(2)))
  }

  @Test("Nothing is shown of a loop that is right, nor of one whose network is wrong itself")
  func silent() {
    #expect(result { Self.subject(Self.all) }.verdict == .passed)
    let both = result { Self.subject(factor: 2, Self.full) }
    #expect(both.verdict == .failed)
    #expect(both.example == nil)
  }
}
