import Checks
import Doorway
import Foundation
import Grading
import Tensors
import Testing

/// The numbers of the handout of exercise 08, computed once more by the reference.
@Suite("The numbers in the handout of exercise 08")
struct Handout08Tests {
  private let handout: Handout

  init() throws { handout = try Handout("08") }

  private func four(_ x: Double) -> String { String(format: "%.4f", x) }

  @Test("Batch normalization of one feature of three samples")
  func batchNormalization() throws {
    func input(_ batches: [Tensor], _ modes: [Mode08], scale: Double, shift: Double)
      -> BatchNormalizationInput
    {
      BatchNormalizationInput(
        batches, modes: modes, scale: Tensor([scale]), shift: Tensor([shift]),
        runningMean: Tensor([0]), runningVariance: Tensor([1]), decay: 0.9, epsilon: 0)
    }
    let x = Tensor([[1], [2], [6]])
    let both = input([x, Tensor([[1]])], [.training, .testing], scale: 2, shift: 10)
    let plain = try handout.ask(
      .batchNormalization, LayerRun([input([x], [.training], scale: 1, shift: 0)])
    ).outputs[0].tensors[0].scalars
    let y = try handout.ask(.batchNormalization, LayerRun([both])).outputs[0].tensors.map(\.scalars)
    let running = try handout.ask(.runningValues, LayerRun([both])).outputs[0]
    handout.expect("x̂ = \(plain.map(four).joined(separator: ", "))")
    handout.expect("y = 2 · x̂ + 10 = \(y[0].map(four).joined(separator: ", "))")
    handout.expect("variance = (4 + 1 + 9) / 3 = \(four(14.0 / 3))")
    handout.expect("= 0.9 · 0 + 0.1 · 3      = \(four(running.mean.scalar))")
    handout.expect("= 0.9 · 1 + 0.1 · 4.6667 = \(four(running.variance.scalar))")
    handout.expect("y = 2 · (1 - 0.3) / √1.3667 + 10  = \(four(y[1][0]))")
  }

  @Test("How long penalty and decay agree")
  func decay() throws {
    for (name, rule) in [
      ("SGD", DecaySettings08.Rule.sgd), ("SGDMomentum", .momentum), ("Adam", .adam),
    ] {
      let steps = try [1e-6, 1e-3, 1e-2].map { distance in
        func settings(_ pull: DecaySettings08.Pull) -> DecaySettings08 {
          DecaySettings08(rule, learningRate: 0.01, strength: 0.1, pull: pull)
        }
        let race = RaceInput(
          settings(.penalty), settings(.decay), from: [Tensor([[1, -2]])],
          along: (0..<100).map { _ in [Tensor([[0.5, -0.01]])] }, distance: distance)
        let found = try handout.ask(.stepsUntilApart, LayerRun([race])).outputs[0].step
        return found.map { "\($0)" } ?? "never in 100"
      }
      handout.expect("| `\(name)` | \(steps.joined(separator: " | ")) |")
    }
  }

  @Test("An image that is moved")
  func shift() throws {
    let moved = try handout.ask(
      .shifted, LayerRun([ShiftInput(Tensor([[[1, 2, 3], [4, 5, 6]]]), down: 1, right: -1)])
    ).outputs[0]
    #expect(moved == Tensor([[[0, 0, 0], [2, 3, 0]]]))
    handout.expect("1 2 3      down 1, right -1      0 0 0\n4 5 6                            2 3 0")
  }

  @Test("The accuracies that give something are those of the check")
  func accuracies() throws {
    let data = try TrainingData.synthetic(.mnist, seed: 1)
    let plan = try #require(try Catalogue.exercise("08").training)
    handout.expect("**\(Int((100 * plan.threshold(on: data)).rounded())) %** for all points")
  }
}

/// The ways back of exercise 08 beside those that the graph of exercise 07 finds, which is built of
/// nothing but sums, products and powers.
@Suite("Normalizations by hand and on the graph")
struct NormalizationGraphTests {
  /// Steps behind the leaves x `[N, G, M]`, scale and shift, each of which broadcasts to x: mean and
  /// variance along `axis`.
  private func graph(_ x: Tensor, _ scale: Tensor, _ shift: Tensor, axis: Int, epsilon: Double)
    -> NodeGraph
  {
    NodeGraph(
      [x, scale, shift, Tensor(epsilon)],
      [
        GraphStep(.mean(axis: axis, keeping: true), of: 0),  // 4
        GraphStep(.subtract, of: 0, 4),  // 5: centered
        GraphStep(.multiply, of: 5, 5),
        GraphStep(.mean(axis: axis, keeping: true), of: 6),
        GraphStep(.add, of: 7, 3),
        GraphStep(.power(-0.5), of: 8),
        GraphStep(.multiply, of: 5, 9),  // 10: x̂
        GraphStep(.multiply, of: 10, 1),
        GraphStep(.add, of: 11, 2),
      ])
  }

  private func distance(_ a: Tensor, _ b: Tensor) -> Double {
    abs(a.reshaped(to: [-1]) - b.reshaped(to: [-1])).max()
  }

  @Test("agree to 1e-10, forward and back")
  func agree() throws {
    let own = try Kept.workshop(of: Catalogue.exercise("08")).subject(.reference, .training)
    let graphs = try Kept.workshop(of: Catalogue.exercise("07")).subject(.reference, .training)
    var generator = SeededGenerator(seed: 8)
    func draw(_ shape: [Int]) -> Tensor { Tensor(normal: shape, using: &generator) }

    func expect(
      _ graph: NodeGraph, _ upstream: Tensor, output: Tensor, gradients: [Tensor],
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      let trace = try graphs.ask(
        .nodeGraph, [LayerRun([graph], waysBack: [WayBack(0, upstream: [upstream])])],
        limits: .training)[0]
      #expect(distance(trace.outputs[0], output) < 1e-10, sourceLocation: sourceLocation)
      for (seen, expected) in zip(gradients, trace.gradients[0].tensors) {
        #expect(distance(seen, expected) < 1e-10, sourceLocation: sourceLocation)
      }
    }

    for (n, d) in [(5, 3), (2, 4), (7, 1), (1, 3)] {
      let (x, scale, shift, upstream) = (draw([n, d]), draw([d]), draw([d]), draw([n, d]))
      let batch = BatchNormalizationInput(
        [x], modes: [.training], scale: scale, shift: shift, runningMean: draw([d]),
        runningVariance: Tensor(ones: [d]), decay: 0.9, epsilon: 0.01)
      let trace = try own.ask(
        .batchNormalization, [LayerRun([batch], waysBack: [WayBack(0, upstream: [upstream])])],
        limits: .training)[0]
      let back = trace.gradients[0]
      try expect(
        graph(x, scale, shift, axis: 0, epsilon: 0.01), upstream,
        output: trace.outputs[0].tensors[0], gradients: [back.batches[0], back.scale, back.shift])

      let layer = NormalizationInput(x, scale: scale, shift: shift, epsilon: 0.01)
      let rows = try own.ask(
        .layerNormalization, [LayerRun([layer], waysBack: [WayBack(0, upstream: [upstream])])],
        limits: .training)[0]
      let way = rows.gradients[0]
      try expect(
        graph(x, scale, shift, axis: 1, epsilon: 0.01), upstream, output: rows.outputs[0],
        gradients: [way.x, way.scale, way.shift])
    }

    // Channels of one entry, in groups: scale and shift reach over the samples.
    for (n, groups, size) in [(3, 2, 3), (2, 3, 2), (4, 1, 5)] {
      let (x, upstream) = (draw([n, groups * size]), draw([n, groups * size]))
      let (scale, shift) = (draw([groups * size]), draw([groups * size]))
      let input = NormalizationInput(
        x, scale: scale, shift: shift, epsilon: 0.01, groups: groups)
      let trace = try own.ask(
        .groupNormalization, [LayerRun([input], waysBack: [WayBack(0, upstream: [upstream])])],
        limits: .training)[0]
      let shape = [n, groups, size]
      let back = trace.gradients[0]
      try expect(
        graph(
          x.reshaped(to: shape), scale.reshaped(to: [groups, size]),
          shift.reshaped(to: [groups, size]), axis: 2, epsilon: 0.01),
        upstream.reshaped(to: shape), output: trace.outputs[0],
        gradients: [back.x, back.scale, back.shift])
    }
  }
}
