import Checks
import Doorway
import Foundation
import Grading
import Tensors
import Testing

/// Every number of the handout of exercise 07, computed once more by the reference; and the network on
/// the graph beside that of exercise 05.
@Suite("The numbers in the handout of exercise 07")
struct Handout07Tests {
  private let handout: Handout

  init() throws { handout = try Handout("07") }

  /// The value of a graph, and what comes back to its leaves.
  private func pass(
    _ graph: NodeGraph, upstream: Tensor
  ) throws -> (value: Tensor, gradients: [Tensor]) {
    let trace = try handout.ask(
      .nodeGraph, LayerRun([graph], waysBack: [WayBack(0, upstream: [upstream])]))
    return (trace.outputs[0], trace.gradients[0].tensors)
  }

  @Test("The graph by hand has these values, and these gradients after one and after two ways back")
  func byHand() throws {
    let graph = NodeGraph(
      [Tensor(2), Tensor(-3)],
      [GraphStep(.multiply, of: 0, 1), GraphStep(.add, of: 2, 0), GraphStep(.multiply, of: 3, 2)])
    let back = GraphWays.Action.back(from: 4, Tensor(1))
    let state = try handout.ask(.graphWays, GraphWays(graph, isScalar: true, [back, back]))
    let values = state.values.map { Int($0.scalar) }
    #expect(values == [2, -3, -6, -4, 24])
    handout.expect("c = a · b     = \(values[2])\nd = c + a     = \(values[3])\n")
    handout.expect("y = d · c     = \(values[4])\n")
    let (once, twice) = (
      state.gradients[0].map { Int($0.scalar) }, state.gradients[1].map { Int($0.scalar) }
    )
    #expect(once == [24, -20, -10, -6, 1])
    handout.expect("at d    1 · c             =  \(once[3])")
    handout.expect("at c    1 · d + (-6) · 1  =  \(once[2]) ")
    handout.expect("at a    (-10) · b + (-6) · 1  =  \(once[0]) ")
    handout.expect("at b    (-10) · a         =  \(once[1])\n")
    handout.expect("print(a.gradient, b.gradient)      // \(once[0]).0 \(once[1]).0")
    handout.expect(
      "`y.backward()`, a has \(twice[0]), b has \(twice[1]), c has \(twice[2]), and y itself has "
        + "\(twice[4]).")
    // Had d and c passed on what was in them, and y always 1.
    let d = 2 * once[3]
    let c = once[2] + values[3] + d
    let a = once[0] + c * values[1] + d
    handout.expect("as in micrograd, a would have \(a)\n  after the second and not \(twice[0]).")
  }

  @Test("What was broadcast gets back what stands there")
  func broadcasting() throws {
    handout.expect("a = [[1], [2]]    b = [10, 20, 30]    upstream = [[1, 2, 3], [4, 5, 6]]")
    let upstream = Tensor([[1, 2, 3], [4, 5, 6]])
    for (name, operation) in [("+", GraphStep.Operation.add), ("*", .multiply)] {
      let graph = NodeGraph(
        [Tensor([[1], [2]]), Tensor([10, 20, 30])], [GraphStep(operation, of: 0, 1)])
      let back = try pass(graph, upstream: upstream).gradients
      let a = back[0].scalars.map { "[\(Int($0))]" }.joined(separator: ", ")
      let b = back[1].scalars.map { "\(Int($0))" }.joined(separator: ", ")
      let left = "a \(name) b:   at a [\(a)]"
      handout.expect(left.padding(toLength: 31, withPad: " ", startingAt: 0) + "at b [\(b)]")
    }
  }

  @Test("Ties and chosen rows come back as they say")
  func tiesAndRows() throws {
    let tie = NodeGraph([Tensor([3, 1, 3])], [GraphStep(.max(axis: nil, keeping: false), of: 0)])
    #expect(try pass(tie, upstream: Tensor(5)).gradients[0].scalars == [5, 0, 0])
    handout.expect("From [3, 1, 3] with upstream 5 comes back [5, 0, 0].")
    let x = Tensor([[1, 2], [3, 4], [5, 6]])
    let rows = NodeGraph([x], [GraphStep(.rows([2, 0, 2]), of: 0)])
    let (value, gradients) = try pass(rows, upstream: Tensor([[1, 1], [2, 2], [3, 3]]))
    #expect(value.scalars == [5, 6, 1, 2, 5, 6])
    #expect(gradients[0].scalars == [2, 2, 0, 0, 4, 4])
    handout.expect("rows at [2, 0, 2]: [[5, 6], [1, 2], [5, 6]]")
    handout.expect("comes back as [[2, 2], [0, 0], [4, 4]]")
  }

  @Test("The losses and gradients of the network are those of exercise 05, to 1e-10")
  func sameAs05() throws {
    let earlier = try Kept.workshop(of: Catalogue.exercise("05")).subject(.reference, .training)
    var generator = SeededGenerator(seed: 7)
    for (sizes, activation) in [
      ([6, 5, 4], NetInput.Activation.relu), ([3, 4, 4, 3], .sigmoid), ([5, 3], .relu),
    ] {
      let net = NetInput(
        parameters: zip(sizes, sizes.dropFirst()).flatMap {
          [Tensor(normal: [$0, $1], using: &generator), Tensor(normal: [$1], using: &generator)]
        },
        activation: activation, regularization: 0.03,
        x: Tensor(normal: [7, sizes[0]], using: &generator),
        labels: (0..<7).map { $0 % sizes[sizes.count - 1] })
      let run = LayerRun([net], waysBack: [WayBack(0, upstream: [])])
      let ours = try handout.ask(.graphLoss, run)
      let theirs = try earlier.ask(.netLoss, [run], limits: .training, progress: { _ in })[0]
      #expect(abs(ours.outputs[0] - theirs.outputs[0]) < 1e-10)
      for (own, other) in zip(ours.gradients[0].tensors, theirs.gradients[0].tensors) {
        #expect(own.shape == other.shape && abs(own - other).scalars.allSatisfy { $0 < 1e-10 })
      }
    }
  }
}
