import Checks
import Doorway
import Foundation
import Grading
import Tensors
import Testing

/// Every number of the handout of exercise 06, computed once more by the reference.
@Suite("The numbers in the handout of exercise 06")
struct Handout06Tests {
  private let handout: Handout

  init() throws { handout = try Handout("06") }

  private func four(_ x: Double) -> String { String(format: "%.4f", x) }

  /// Where parameters that begin at `start` are after each step along the gradients.
  private func path(
    _ question: Question<OptimizerRun<OptimizerSettings06>, OptimizerTrace>,
    _ pace: OptimizerSettings06,
    from start: Tensor = Tensor([0]),
    along gradients: [Tensor] = [[1], [1], [1]].map { Tensor($0) }
  ) throws -> [Tensor] {
    let steps = gradients.map { OptimizerStep(settings: pace, gradients: [$0]) }
    let trace = try handout.ask(
      question, OptimizerRun([OptimizerCourse(parameters: [start], steps: steps)]))
    return trace.courses[0].map { $0.parameters[0] }
  }

  @Test("The first three steps of every optimizer are the reference's")
  func threeSteps() throws {
    let corrected = OptimizerSettings06(
      learningRate: 0.1, beta1: 0.9, beta2: 0.999, weightDecay: 0.01)
    var small = corrected
    small.epsilon = 1e-6
    let rows:
      [(String, Question<OptimizerRun<OptimizerSettings06>, OptimizerTrace>, OptimizerSettings06)] =
        [
          (
            "`NesterovMomentum` | momentum 0.9", .nesterov,
            OptimizerSettings06(learningRate: 0.1, momentum: 0.9)
          ),
          ("`Adagrad` | epsilon 1e-8", .adagrad, OptimizerSettings06(learningRate: 0.1)),
          (
            "`RMSProp` | decay 0.9, epsilon 1e-8", .rmsProp,
            OptimizerSettings06(learningRate: 0.1, decay: 0.9)
          ),
          ("`Adam` | 0.9, 0.999, epsilon 1e-8", .adam, corrected),
          ("`AdamW` | the same, weightDecay 0.01", .adamW, corrected),
          ("`LAMB` | the same, epsilon 1e-6, weightDecay 0.01", .lamb, small),
        ]
    for (name, question, pace) in rows {
      let path = try path(question, pace).map { four($0[0]) }
      handout.expect("| \(name) | \(path.joined(separator: " | ")) |")
    }
    let earlier = try Kept.workshop(of: Catalogue.exercise("05")).subject(.reference, .training)
    for (name, question) in [
      ("`SGD`, of exercise 05 |", Question<OptimizerRun<Descent>, OptimizerTrace>.sgd),
      ("`SGDMomentum`, of exercise 05 | momentum 0.9", .momentum),
    ] {
      let step = OptimizerStep(
        settings: Descent(learningRate: 0.1, momentum: 0.9), gradients: [Tensor([1])])
      let run = OptimizerRun([
        OptimizerCourse(parameters: [Tensor([0])], steps: [step, step, step])
      ])
      let trace = try earlier.ask(question, [run], limits: .training, progress: { _ in })[0]
      let path = trace.courses[0].map { four($0.parameters[0][0]) }
      handout.expect("| \(name) | \(path.joined(separator: " | ")) |")
    }
    let first = try path(.rmsProp, OptimizerSettings06(learningRate: 0.1, decay: 0.9))[0][0]
    #expect(abs(first + 0.1 / (1 - 0.9).squareRoot()) < 1e-6)
  }

  @Test("Adam is worked out as the reference does it, and so is LAMB")
  func workedOut() throws {
    let pace = OptimizerSettings06(learningRate: 0.1, beta1: 0.9, beta2: 0.999)
    let path = try path(.adam, pace, from: Tensor([1]), along: [Tensor([2]), Tensor([-1])])
    handout.expect("w = 1 - 0.1·2 / √4          =  \(four(path[0][0]))")
    // The direction of the second step is what the reference has gone, and m̂ what remains of it.
    let (m, v) = (0.9 * 0.2 - 0.1, 0.999 * 0.004 + 0.001)
    let (mean, square) = (m / (1 - 0.81), v / (1 - 0.999 * 0.999))
    #expect(abs(path[0][0] - path[1][0] - 0.1 * mean / square.squareRoot()) < 1e-8)
    handout.expect("m = 0.9·0.2 + 0.1·(-1)      =  \(four(m))")
    handout.expect("v = 0.999·0.004 + 0.001·1   =  \(String(format: "%.6f", v))")
    handout.expect("m̂ = 0.08 / (1 - 0.9²)       =  \(four(mean))")
    handout.expect("v̂ = 0.004996 / (1 - 0.999²) =  \(four(square))")
    handout.expect(
      "w = 0.9 - 0.1·\(four(mean)) / \(four(square.squareRoot()))  =  \(four(path[1][0]))")
    handout.expect("0.2 / √0.004 = \(four(0.2 / 0.004.squareRoot())) times as long")

    for (decay, name) in [(0.0, "0  "), (0.1, "0.1")] {
      let pace = OptimizerSettings06(
        learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-6, weightDecay: decay)
      let start = Tensor([3, 4])
      let moved = try self.path(.lamb, pace, from: start, along: [Tensor([0.6, -0.2])])[0] - start
      let entries = moved.scalars.map { $0 < 0 ? four($0) : " \(four($0))" }
      handout.expect("weightDecay \(name)    (\(entries.joined(separator: ", ")))")
    }
  }

  @Test("The small examples of the parts come out as they say")
  func smallExamples() throws {
    func forward(
      _ question: Question<LayerRun<ActivationInput>, LayerTrace<Tensor, Tensor>>, _ x: Tensor,
      _ setting: Double, upstream: Tensor
    ) throws -> (Tensor, Tensor) {
      let run = LayerRun(
        [ActivationInput(x, "", setting)], waysBack: [WayBack(0, upstream: [upstream])])
      let trace = try handout.ask(question, run)
      return (trace.outputs[0], trace.gradients[0])
    }
    let leaky = try forward(.leakyReLU, Tensor([-2, 0, 3]), 0.1, upstream: Tensor([1, 1, 1]))
    #expect(leaky.0.scalars == [-0.2, 0, 3])
    handout.expect("x = [-2, 0, 3] becomes y = [-0.2, 0, 3]")
    let maxout = try forward(
      .maxout, Tensor([[1, 4, 2, -3, -5, -3]]), 3, upstream: Tensor([[10, 20]]))
    #expect(maxout.0.scalars == [4, -3] && maxout.1.scalars == [0, 10, 0, 20, 0, 0])
    handout.expect("x = [[1, 4, 2, -3, -5, -3]] becomes y = [[4, -3]]")
    handout.expect("[[10, 20]] comes back as [[0, 10, 0, 20, 0, 0]]")

    let cosine = ScheduleSettings06(peak: 1, warmup: 0, decay: .cosine(length: 4, floor: 0))
    let shares = try handout.ask(.decayShares, LayerRun([ScheduleInput(cosine, at: Array(0...5))]))
    let all = shares.outputs[0].scalars.map(four)
    handout.expect("\(all.prefix(5).joined(separator: ", ")), and then \(all[5]) for ever")
    let warm = ScheduleSettings06(peak: 1, warmup: 4, decay: .none)
    let rates = try handout.ask(.learningRates, LayerRun([ScheduleInput(warm, at: Array(1...5))]))
      .outputs[0].scalars.map { String(format: "%.1f", $0) }
    handout.expect("\(rates.prefix(4).joined(separator: ", ")) and \(rates[4])")

    let clipped = try handout.ask(
      .clippedToNorm, LayerRun([ClippingInput([Tensor([3]), Tensor([[4]])], limit: 1)])
    ).outputs[0]
    #expect(clipped.norm.scalar == 5)
    let one = clipped.gradients.map { String(format: "%.1f", $0.scalar) }
    handout.expect("they become [\(one[0])] and [[\(one[1])]]")

    let losses = [1, 0.8, 0.75, 0.65, 0.6, 0.58]
    let stopping = StoppingInput(patience: 2, minimumProgress: 0.1, losses: losses)
    let rows = try handout.ask(.earlyStopping, LayerRun([stopping])).outputs[0]
    #expect((0..<6).map { rows[$0, 0] } == [0, 0, 0, 0, 0, 1])
    #expect((0..<6).map { rows[$0, 2] } == [1, 2, 2, 4, 4, 4])
    handout.expect("over; the best is \(rows[5, 1]), of epoch \(Int(rows[5, 2]))")

    let scores = Tensor([0.6, 0.7, 0.8])
    let mean = try handout.ask(.foldMean, LayerRun([scores])).outputs[0]
    let deviation = try handout.ask(.foldDeviation, LayerRun([scores])).outputs[0]
    handout.expect(
      "the mean \(String(format: "%.1f", mean)) and the deviation \(four(deviation))")
    let folds = try handout.ask(
      .crossValidation,
      LayerRun([FoldInput(folds: 3, order: Array(0..<10), scores: [0, 0, 0])])
    ).outputs[0]
    func list(_ numbers: [Int]) -> String { numbers.map { "\($0)" }.joined(separator: ", ") }
    for fold in 0..<3 {
      handout.expect(
        "| \(fold) | \(list(folds.validation[fold])) | \(list(folds.training[fold])) |")
    }
  }

  @Test("Ten layers do to a signal what the table says")
  func deepSignals() throws {
    var generator = SeededGenerator(seed: 1)
    let x = Tensor(normal: [50, 200], using: &generator)
    let rows: [(String, Start06, SignalInput.Activation)] = [
      ("`.normal(deviation: 0.01)` | tanh", .normal(deviation: 0.01), .tanh),
      ("`.xavier` | tanh", .xavier, .tanh), ("`.xavier` | ReLU", .xavier, .relu),
      ("`.he` | ReLU", .he, .relu),
    ]
    for (name, start, activation) in rows {
      let all = try handout.ask(
        .deepSignal, DeepSignal(x, start: start, activation: activation, depth: 10, seed: 1))
      let some = [0, 1, 4, 9].map { String(format: "%.2g", all[$0]) }
      handout.expect("| \(name) | \(some.joined(separator: " | ")) |")
    }
  }

  @Test("The networks by hand are as good, and as large, as the tables say")
  func networksByHand() throws {
    let x = Tensor(linearlySpacedFrom: 0, through: 6, shape: [601, 1])
    let errors = try [8, 16, 32, 64].map { units in
      let curve = Curve06(
        slope: 0, offset: 0, waves: [.init(height: 1, frequency: 1, phase: 0)], from: 0, to: 6,
        units: units, x: x)
      return four(abs(try handout.ask(.sigmoidSum, curve).outputs - sin(x)).mean())
    }
    handout.expect("| mean error | \(errors.joined(separator: " | ")) |")

    func units(_ question: Question<ParityInput, BuiltNet>, _ bits: Int) throws -> Int {
      let parameters = try handout.ask(question, ParityInput(bits: bits)).parameters.tensors
      return stride(from: 1, to: parameters.count - 2, by: 2).reduce(0) {
        $0 + parameters[$1].count
      }
    }
    let shallow = try [2, 4, 8].map { try units(.shallowParity, $0) } + [1 << 15]
    let deep = try [2, 4, 8, 16].map { try units(.deepParity, $0) }
    handout.expect("| by heart | \(shallow.map { "\($0)" }.joined(separator: " | ")) |")
    handout.expect("| by counting | \(deep.map { "\($0)" }.joined(separator: " | ")) |")
  }

  @Test("Wide and deep networks have the parameters that the table says")
  func wideAndDeep() {
    for hidden in [[256], [223, 223, 223], [202, 202, 202, 202, 202]] {
      let sizes = [3072] + hidden + [10]
      let count = zip(sizes, sizes.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
      handout.expect(
        "| \(hidden.map { "\($0)" }.joined(separator: ", ")) | \(count.formatted(.number.locale(Locale(identifier: "en_US")))) |"
      )
    }
  }
}
