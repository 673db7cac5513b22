import Checks
import Doorway
import Grading
import Tensors
import Testing

/// A graph for exercise 07 to build, written down in formulas of its nodes. The node that is made last is its
/// end.
final class GraphSketch {
  struct Node {
    fileprivate enum Place { case leaf(Int), step(Int) }

    fileprivate let sketch: GraphSketch
    fileprivate let place: Place
    let shape: [Int]
  }

  private var leaves: [Tensor] = []
  private var steps: [(operation: GraphStep.Operation, operands: [Node.Place])] = []

  func leaf(_ tensor: Tensor) -> Node {
    leaves.append(tensor)
    return Node(sketch: self, place: .leaf(leaves.count - 1), shape: tensor.shape)
  }

  fileprivate func made(
    _ operation: GraphStep.Operation, of operands: [Node], shape: [Int]
  ) -> Node {
    steps.append((operation, operands.map(\.place)))
    return Node(sketch: self, place: .step(steps.count - 1), shape: shape)
  }

  var graph: NodeGraph {
    NodeGraph(
      leaves,
      steps.map { step in
        GraphStep(
          step.operation,
          of: step.operands.map { place in
            switch place {
            case .leaf(let i): i
            case .step(let i): leaves.count + i
            }
          })
      })
  }
}

extension GraphSketch.Node {
  typealias Node = GraphSketch.Node

  private static func pair(
    _ a: Node, _ operation: GraphStep.Operation, _ b: Node
  ) -> Node {
    let rank = max(a.shape.count, b.shape.count)
    func padded(_ shape: [Int]) -> [Int] {
      [Int](repeating: 1, count: rank - shape.count) + shape
    }
    return a.sketch.made(
      operation, of: [a, b], shape: zip(padded(a.shape), padded(b.shape)).map { max($0, $1) })
  }

  static func + (a: Node, b: Node) -> Node { pair(a, .add, b) }
  static func - (a: Node, b: Node) -> Node { pair(a, .subtract, b) }
  static func * (a: Node, b: Node) -> Node { pair(a, .multiply, b) }
  static func / (a: Node, b: Node) -> Node { pair(a, .divide, b) }
  static func * (a: Node, b: Double) -> Node { a * a.sketch.leaf(Tensor(b)) }
  static func + (a: Node, b: Double) -> Node { a + a.sketch.leaf(Tensor(b)) }

  private func each(_ operation: GraphStep.Operation) -> Node {
    sketch.made(operation, of: [self], shape: shape)
  }

  var exp: Node { each(.exp) }
  var log: Node { each(.log) }
  var tanh: Node { each(.tanh) }
  var sigmoid: Node { each(.sigmoid) }
  func power(_ exponent: Double) -> Node { each(.power(exponent)) }

  private func shortened(_ axis: Int) -> [Int] {
    shape.enumerated().map { $0.offset == axis ? 1 : $0.element }
  }

  /// Along an axis, which stays as one of 1.
  func sum(_ axis: Int) -> Node {
    sketch.made(.sum(axis: axis, keeping: true), of: [self], shape: shortened(axis))
  }

  func mean(_ axis: Int) -> Node {
    sketch.made(.mean(axis: axis, keeping: true), of: [self], shape: shortened(axis))
  }

  func maximum(_ axis: Int) -> Node {
    sketch.made(.max(axis: axis, keeping: true), of: [self], shape: shortened(axis))
  }

  func logSumExp(_ axis: Int) -> Node {
    sketch.made(.logSumExp(axis: axis, keeping: true), of: [self], shape: shortened(axis))
  }

  var sum: Node { sketch.made(.sum(axis: nil, keeping: false), of: [self], shape: []) }

  func matmul(_ other: Node) -> Node {
    sketch.made(.matmul, of: [self, other], shape: [shape[0], other.shape[1]])
  }

  func reshaped(_ new: [Int]) -> Node { sketch.made(.reshape(new), of: [self], shape: new) }

  func transposed(_ axes: [Int] = [1, 0]) -> Node {
    sketch.made(.transpose(axes), of: [self], shape: axes.map { shape[$0] })
  }

  func rows(_ places: [Int]) -> Node {
    sketch.made(.rows(places), of: [self], shape: [places.count] + shape.dropFirst())
  }

  func rows(_ places: Range<Int>) -> Node { rows(Array(places)) }

  /// Of a matrix, columns.
  func columns(_ places: Range<Int>) -> Node { transposed().rows(places).transposed() }

  /// Of each row of a matrix the entry at a place, as a column.
  func gathered(_ places: [Int]) -> Node {
    sketch.made(.gather(places, axis: 1), of: [self], shape: [shape[0]]).reshaped([shape[0], 1])
  }

  init(joining nodes: [Node], along axis: Int) {
    var shape = nodes[0].shape
    shape[axis] = nodes.map { $0.shape[axis] }.reduce(0, +)
    self = nodes[0].sketch.made(.concatenate(axis: axis), of: nodes, shape: shape)
  }
}

/// An exercise whose layers are compared with the graph of 07: both are the solutions.
struct GraphComparison {
  private let own: any Subject
  private let graphs: any Subject

  init(_ number: String) throws {
    own = try Kept.workshop(of: Catalogue.exercise(number)).subject(.reference, .training)
    graphs = try Kept.workshop(of: Catalogue.exercise("07")).subject(.reference, .training)
  }

  /// What a layer gives, and what it passes back.
  func ask<Input, Output, Gradients>(
    _ question: Question<LayerRun<Input>, LayerTrace<Output, Gradients>>, _ input: Input,
    upstream: [Tensor]
  ) throws -> (output: Output, gradients: Gradients) {
    let run = LayerRun([input], waysBack: [WayBack(0, upstream: upstream)])
    let trace = try own.ask(question, [run], limits: .training)[0]
    return (trace.outputs[0], trace.gradients[0])
  }

  /// Records an issue where the end of the graph is further than 1e-10 from `output`, or the gradients at
  /// its first leaves from `gradients`. The leaves behind those are constants.
  func expect(
    _ output: Tensor, _ gradients: [Tensor], like sketch: GraphSketch, upstream: Tensor,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = LayerRun([sketch.graph], waysBack: [WayBack(0, upstream: [upstream])])
    let trace = try graphs.ask(.nodeGraph, [run], limits: .training)[0]
    expectClose(output, trace.outputs[0], "the output", sourceLocation)
    let found = trace.gradients[0].tensors
    #expect((1...found.count).contains(gradients.count), sourceLocation: sourceLocation)
    for (i, pair) in zip(gradients, found).enumerated() {
      expectClose(pair.0, pair.1, "the gradient at leaf \(i)", sourceLocation)
    }
  }

  private func expectClose(
    _ a: Tensor, _ b: Tensor, _ what: String, _ sourceLocation: SourceLocation
  ) {
    #expect(a.count == b.count, "\(what)", sourceLocation: sourceLocation)
    guard a.count == b.count else { return }
    let distance = abs(a.reshaped(to: [-1]) - b.reshaped(to: [-1])).max()
    #expect(distance < 1e-10, "\(what)", sourceLocation: sourceLocation)
  }
}
