import Doorway
import Grading
import Tensors

private let scalars = LayerContract(
  .scalarGraph, forward: "the value", backward: "backward", small: SmallGraphs.operations,
  isSmooth: \.isSmooth
) {
  $0.singleOperations()
}

private let paths = LayerContract(
  .scalarGraph, forward: "the value", backward: "backward", small: SmallGraphs.paths,
  isSmooth: \.isSmooth
) {
  $0.meetingPaths()
}

private let drawn = LayerContract(
  .scalarGraph, forward: "the value", backward: "backward",
  small: SmallGraphs.operations + SmallGraphs.paths, isSmooth: \.isSmooth
) {
  $0.drawnScalars()
}

let scalarOperationChecks = [
  scalars.check(
    "07.scalar.values", .outputs, points: 4,
    claim: "each operation on numbers has the value that its formula says",
    hints: [
      "Foundation's pow, exp and log take a Double. A Scalar has one: its value.",
      "Scalar(_:sources:slopes:) makes the new number. Its value comes first.",
    ]
  ) { $0.farNumbers() }
]

let scalarChecks = [
  scalars.check(
    "07.scalar.slopes", .gradients(), points: 5,
    claim: "each operation on numbers has the right slope along each of its operands",
    uses: ["07.scalar.values", "07.order.order"],
    hints: [
      "Is the slope along a in the same place as a?",
      "Only one of the operands grows, and only by a little. The other is a fixed number.",
    ]
  ) { $0.farNumbers() },

  scalars.check(
    "07.scalar.kinks", .both, points: 2,
    claim: "slopes are right at 0, too: ReLU's is 0 there, and a factor 0 does no harm",
    uses: ["07.scalar.slopes"],
    hints: [
      "Is a slope made by dividing by the operand? By taking its logarithm?",
      "To which side does your comparison count 0?",
    ], alone: true, small: SmallGraphs.zeros
  ) { exam in
    let a = Tensor(exam.number(in: 1...2))
    let (zero, minus) = (Tensor(0), Tensor(-0.0))
    return [
      NodeGraph([zero], [GraphStep(.relu, of: 0)]), NodeGraph([minus], [GraphStep(.relu, of: 0)]),
      NodeGraph([zero, a], [GraphStep(.multiply, of: 0, 1)]),
      NodeGraph([a, zero], [GraphStep(.multiply, of: 0, 1)]),
      NodeGraph([zero, zero], [GraphStep(.multiply, of: 0, 1)]),
      NodeGraph([zero, -a], [GraphStep(.divide, of: 0, 1)]),
      NodeGraph([zero], [GraphStep(.power(2), of: 0)]),
      NodeGraph([zero], [GraphStep(.power(1), of: 0)]),
      NodeGraph([zero], [GraphStep(.exp, of: 0)]),
      // A gradient of 0 that arrives at one number is no reason to stop at others.
      NodeGraph(
        [zero, a],
        [
          GraphStep(.multiply, of: 0, 1), GraphStep(.relu, of: 2), GraphStep(.add, of: 3, 1),
          GraphStep(.add, of: 4, 2),
        ]),
    ]
  },

  paths.check(
    "07.scalar.paths", .gradients(), points: 4,
    claim: "where paths meet, slopes add: of a number used twice, both uses count",
    uses: ["07.scalar.slopes", "07.order.order"],
    hints: [
      "In a · a, where does the gradient of the first use stay when the second arrives?",
      "A number may pass on only when all that come back to it have arrived. Which order does that?",
    ]),

  drawn.check(
    "07.scalar.random", .both, points: 4,
    claim: "in graphs drawn at random, the value and the gradient at every leaf are right",
    uses: ["07.scalar.slopes", "07.scalar.paths", "07.order.order"],
    hints: ["Draw the smallest graph that goes wrong on paper, and write a slope on each line."]),

  Check(
    "07.scalar.accumulate",
    claim: "two ways back add up in every number, unless it is cleared",
    points: 3, uses: ["07.scalar.slopes", "07.scalar.paths"],
    hints: [
      "After two ways back the gradient is twice that of one. Of the numbers in between, too.",
      "Does the second way back pass on what the first has left?",
    ]
  ) { exam in
    try exam.offer(.graphWays, small: SmallGraphs.ways(isScalar: true))
    for graph in exam.accumulatingScalars() {
      let last = graph.leaves.count + graph.steps.count - 1
      let one = Tensor(1)
      try exam.expectReference(
        .graphWays,
        of: GraphWays(
          graph, isScalar: true,
          [
            .back(from: last, one), .back(from: last, one), .clear(0), .back(from: last - 1, one),
            .clear(last), .back(from: last, one), .back(from: 0, one),
          ]))
    }
  },
]

extension Examination {
  private func leaf(_ range: ClosedRange<Double>, signed: Bool = true) -> Tensor {
    let x = number(in: range)
    return Tensor(signed && count(in: 0...1) == 0 ? -x : x)
  }

  /// Every operation alone, with operands of both signs.
  fileprivate func singleOperations() -> [NodeGraph] {
    let two: [GraphStep.Operation] = [.add, .subtract, .multiply, .divide]
    let signed: [GraphStep.Operation] = [
      .negate, .power(2), .power(3), .power(-1), .power(-2), .exp,
    ]
    let positive: [GraphStep.Operation] = [
      .log, .power(0.5), .power(-1.5), .power(number(in: 1.1...2.9)), .relu,
    ]
    var graphs: [NodeGraph] = []
    for sign in [1.0, -1] {
      for operation in two {
        let a = Tensor(sign * number(in: 0.4...2))
        graphs.append(NodeGraph([a, leaf(0.4...2)], [GraphStep(operation, of: 0, 1)]))
      }
      for operation in signed {
        let a = Tensor(sign * number(in: 0.4...2))
        graphs.append(NodeGraph([a], [GraphStep(operation, of: 0)]))
      }
      // Beside 1, on both sides of it.
      for operation in positive {
        let a = leaf(sign > 0 ? 1.3...2 : 0.2...0.8, signed: false)
        graphs.append(NodeGraph([a], [GraphStep(operation, of: 0)]))
      }
    }
    graphs.append(NodeGraph([-leaf(1...2, signed: false)], [GraphStep(.relu, of: 0)]))
    // Large enough for whoever clips.
    graphs.append(NodeGraph([leaf(50...90), leaf(50...90)], [GraphStep(.multiply, of: 0, 1)]))
    return graphs
  }

  /// Operands far from 1, for whoever keeps logarithms and quotients away from 0, or powers within bounds.
  fileprivate func farNumbers() -> [NodeGraph] {
    let tiny = [1e-12...1e-11, 1e-9...1e-7].map { leaf($0, signed: false) }
    let (large, small) = (leaf(60...300, signed: false), leaf(1e-9...1e-7))
    let single: [(Tensor, GraphStep.Operation)] = [
      (tiny[0], .log), (tiny[1], .log), (leaf(1e5...1e6, signed: false), .log), (tiny[1], .relu),
      (leaf(50...90, signed: false), .relu), (large, .exp), (leaf(50...90), .power(3)),
      (small, .power(-1)),
    ]
    // e^a · e^b, one of them large and the other small.
    let opposed = [Tensor(0.5 - large.scalar), large]
    let product = [
      GraphStep(.exp, of: 0), GraphStep(.exp, of: 1), GraphStep(.multiply, of: 2, 3),
    ]
    return single.map { NodeGraph([$0], [GraphStep($1, of: 0)]) } + [
      NodeGraph([leaf(0.4...2), small], [GraphStep(.divide, of: 0, 1)]),
      NodeGraph(opposed, product),
    ]
  }

  /// Graphs in which a number has several uses, some of them near the end and far from it.
  fileprivate func meetingPaths() -> [NodeGraph] {
    let (a, b) = (leaf(0.5...1.5), leaf(0.5...1.5))
    let ladder = (0..<8).map { GraphStep($0 % 2 == 0 ? .multiply : .add, of: $0 + 1, $0) }
    // c = a · b, used at once and two steps later.
    let early = [
      GraphStep(.multiply, of: 0, 1), GraphStep(.exp, of: 2), GraphStep(.multiply, of: 3, 0),
    ]
    // (a + b) · (a · b) + a
    let crossed = [
      GraphStep(.add, of: 0, 1), GraphStep(.multiply, of: 0, 1), GraphStep(.multiply, of: 2, 3),
      GraphStep(.add, of: 4, 0),
    ]
    // Each step has twice as many paths as the one before.
    let doubled = (0..<30).map { GraphStep(.add, of: $0, $0) }
    // What comes back to the step in between is next to nothing, and grows again.
    let faint = [GraphStep(.multiply, of: 0, 1), GraphStep(.multiply, of: 3, 2)]
    return [
      NodeGraph([a], [GraphStep(.multiply, of: 0, 0)]),
      NodeGraph([a], [GraphStep(.add, of: 0, 0)]),
      NodeGraph([a, b], [GraphStep(.subtract, of: 0, 0), GraphStep(.add, of: 2, 1)]),
      NodeGraph([a], [GraphStep(.multiply, of: 0, 0), GraphStep(.multiply, of: 1, 0)]),
      NodeGraph([a, b], crossed),
      NodeGraph([a, b], early + [GraphStep(.multiply, of: 2, 4)]),
      NodeGraph([a, b], early + [GraphStep(.multiply, of: 4, 2)]),
      NodeGraph([a, b], ladder),
      NodeGraph([Tensor(a.scalar * 1e-9)], doubled),
      NodeGraph([a, Tensor(b.scalar * 1e15), Tensor(b.scalar * 1e-15)], faint),
    ]
  }

  fileprivate func drawnScalars() -> [NodeGraph] {
    (0..<6).map { _ in drawnGraph(steps: count(in: 8...30), ofNumbers: true) }
  }

  fileprivate func accumulatingScalars() -> [NodeGraph] {
    // A slope of 0 beside another path.
    let still = [
      GraphStep(.relu, of: 0), GraphStep(.multiply, of: 0, 1), GraphStep(.relu, of: 0),
      GraphStep(.add, of: 2, 3), GraphStep(.add, of: 5, 4),
    ]
    return meetingPaths()[3...6] + [
      NodeGraph([-leaf(1...2, signed: false), leaf(0.5...1.5)], still),
      drawnGraph(steps: 10, ofNumbers: true),
    ]
  }
}
