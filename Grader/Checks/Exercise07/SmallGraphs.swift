import Doorway
import Grading
import Tensors

/// Graphs of one node, of one operation, and of a few.
enum SmallGraphs {
  /// One operation, of leaves of each of these shapes.
  ///
  /// - Parameter change: Makes of round numbers such as the operation is smooth at.
  static func of(
    _ operation: GraphStep.Operation, _ shapes: [[Int]]...,
    change: (Tensor) -> Tensor = { $0 }
  ) -> [NodeGraph] {
    shapes.map { shapes in
      NodeGraph(
        shapes.enumerated().map { change(SmallCases.tensor($1, from: 3 * $0)) },
        [GraphStep(operation, of: Array(shapes.indices))])
    }
  }

  /// An operation of one operand: of a number, of two, of a matrix.
  static func single(
    _ operation: GraphStep.Operation, change: (Tensor) -> Tensor = { $0 }
  ) -> [NodeGraph] { of(operation, [[]], [[2]], [[2, 2]], change: change) }

  /// An operation of two: of numbers, of vectors, of what broadcasts, and of the same node by both hands.
  static func both(_ operation: GraphStep.Operation) -> [NodeGraph] {
    of(operation, [[], []], [[2], [2]], [[2], []], [[2, 2], [2]], [[2, 1], [2]])
      + [NodeGraph([SmallCases.tensor([2])], [GraphStep(operation, of: 0, 0)])]
  }

  /// A reduction of all entries, and along each axis.
  static func reduced(
    _ operation: (_ axis: Int?, _ keeping: Bool) -> GraphStep.Operation
  ) -> [NodeGraph] {
    [
      ([2], nil, false), ([2], 0, false), ([1, 2], 1, false), ([2, 1], 0, false),
      ([2, 2], 0, false), ([2, 2], 1, false), ([2, 2], 1, true), ([2, 2], nil, false),
    ].flatMap { shape, axis, keeping in of(operation(axis, keeping), [shape]) }
  }

  private static func numbers(_ leaves: [Double], _ steps: GraphStep...) -> NodeGraph {
    NodeGraph(leaves.map { Tensor($0) }, steps)
  }

  /// Every operation on numbers alone.
  static let operations: [NodeGraph] =
    two.map { numbers([3, 2], GraphStep($0, of: 0, 1)) }
    + one.map { numbers([$1], GraphStep($0, of: 0)) }

  private static let two: [GraphStep.Operation] = [.add, .subtract, .multiply, .divide]

  private static let one: [(GraphStep.Operation, Double)] = [
    (.negate, 2), (.power(2), 3), (.power(3), -2), (.power(-1), 2), (.power(0.5), 4), (.exp, 1),
    (.log, 2), (.relu, 2), (.relu, -2),
  ]

  /// What has a slope at 0, or a factor 0.
  static let zeros = [
    numbers([0], GraphStep(.relu, of: 0)), numbers([0, 2], GraphStep(.multiply, of: 0, 1)),
    numbers([2, 0], GraphStep(.multiply, of: 0, 1)), numbers([0, 2], GraphStep(.divide, of: 0, 1)),
    numbers([0], GraphStep(.power(2), of: 0)), numbers([0], GraphStep(.power(1), of: 0)),
  ]

  /// A number with two uses: by one operation, by two, and a step apart.
  static let paths = [
    numbers([3], GraphStep(.add, of: 0, 0)), numbers([3], GraphStep(.multiply, of: 0, 0)),
    numbers([3], GraphStep(.multiply, of: 0, 0), GraphStep(.add, of: 1, 0)),
    numbers([3, 2], GraphStep(.multiply, of: 0, 1), GraphStep(.multiply, of: 2, 0)),
    numbers(
      [3, 2], GraphStep(.add, of: 0, 1), GraphStep(.multiply, of: 0, 1),
      GraphStep(.multiply, of: 2, 3)),
    numbers(
      [3, 2], GraphStep(.multiply, of: 0, 1), GraphStep(.add, of: 2, 0),
      GraphStep(.multiply, of: 3, 2)),
  ]

  /// Ways back through a product, and through a node with two uses: one, two, and two with clearing
  /// in between.
  static func ways(isScalar: Bool) -> [GraphWays] {
    let shape = isScalar ? [] : [2]
    let leaves = (0..<2).map { SmallCases.tensor(shape, from: 2 * $0 + 2) }
    let product = NodeGraph(leaves, [GraphStep(.multiply, of: 0, 1)])
    let twice = NodeGraph(
      [leaves[0]], [GraphStep(.multiply, of: 0, 0), GraphStep(.add, of: 1, 0)])
    let one = Tensor(ones: shape)
    return [product, twice].flatMap { graph in
      let back = GraphWays.Action.back(from: 2, one)
      return [[back], [back, back], [back, .clear(0), back], [back, .clear(2), back]].map {
        GraphWays(graph, isScalar: isScalar, $0)
      }
    }
  }

  /// A product of which a factor is detached, and one of which nothing is.
  static let detached: [GraphWays] = {
    let x = SmallCases.tensor([1], from: 2)
    let graph = NodeGraph([x], [GraphStep(.detach, of: 0), GraphStep(.multiply, of: 1, 0)])
    let product = NodeGraph([x], [GraphStep(.multiply, of: 0, 0)])
    let back = GraphWays.Action.back(from: 2, Tensor([1]))
    return [
      GraphWays(graph, []), GraphWays(graph, [back]),
      GraphWays(product, [.detach(1), .back(from: 1, Tensor([1]))]),
    ]
  }()

  /// A network, one step and two.
  static let steps = [1, 2].flatMap { count in
    SmallCases.nets(regularization: 0.5).prefix(2).map { net in
      GraphSteps(
        [Array(repeating: net, count: count)], [Descent(learningRate: 0.5, momentum: 0.5)])
    }
  }
}
