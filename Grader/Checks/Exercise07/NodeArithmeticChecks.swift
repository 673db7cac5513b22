import Doorway
import Grading
import Tensors

/// The contract of what makes a node of nodes.
func nodeContract(
  small: [NodeGraph] = [], _ inputs: @escaping @Sendable (Examination) -> [NodeGraph]
) -> LayerContract<NodeGraph, Tensor, GraphGradients> {
  LayerContract(
    .nodeGraph, forward: "the value", backward: "backward",
    small: [NodeGraph([SmallCases.tensor([2])], [])] + small, isSmooth: \.isSmooth
  ) { exam in
    // A node alone, which tells a way back that is wrong itself from an operation that is.
    inputs(exam) + [NodeGraph([exam.normal([2, 3])], [])]
  }
}

private let broadcast = FunctionContract(
  .summed,
  small: [([1], []), ([2], []), ([2], [1]), ([2, 2], [2]), ([2, 2], [2, 1]), ([2, 2], [2, 2])].map {
    BroadcastInput(SmallCases.tensor($0), to: $1)
  }
) { exam in
  let n = exam.counts(3, in: 2...5)
  let shapes: [([Int], [Int])] = [
    ([n[0], n[1]], [n[0], n[1]]), ([n[0], n[1]], [n[1]]), ([n[0], n[1]], [n[0], 1]),
    ([n[0], n[1]], [1, n[1]]), ([n[0], n[1]], [1, 1]), ([n[0], n[1]], [1]), ([n[0], n[1]], []),
    ([n[0], n[0]], [n[0]]), ([n[0], n[0]], [n[0], 1]), ([n[2]], []), ([], []), ([1], []),
    ([2, n[0], n[1]], [n[0], 1]), ([2, n[0], n[1]], [2, 1, n[1]]), ([2, n[0], 3], [1, n[0], 1]),
    ([2, 3, 2, n[1]], [3, 1, n[1]]), ([1, n[0]], [n[0]]), ([1, 1, n[0]], [1, n[0]]),
  ]
  return shapes.map { BroadcastInput(exam.normal($0), to: $1) }
}

let broadcastChecks = [
  broadcast.check(
    "07.broadcast.summed", points: 3,
    claim: "what was broadcast gets back the sum over all places that it was broadcast to",
    hints: [
      "First the axes that were not there at all, which are in front. Then those of 1 entry.",
      "The result has exactly the shape that is asked for: which axes stay with 1 entry?",
    ])
]

private func both(
  _ operation: GraphStep.Operation
) -> LayerContract<NodeGraph, Tensor, GraphGradients> {
  nodeContract(small: SmallGraphs.both(operation)) { exam in
    exam.pairs().map { a, b in
      // A denominator keeps away from 0.
      let b = operation == .divide ? exam.awayFromZero(b) * 4 : exam.normal(b)
      return NodeGraph([exam.normal(a), b], [GraphStep(operation, of: 0, 1)])
    }
      // The same node by both hands.
      + [NodeGraph([exam.awayFromZero([2, 3]) * 2], [GraphStep(operation, of: 0, 0)])]
  }
}

private let negated = nodeContract(small: SmallGraphs.single(.negate)) { exam in
  (exam.shapesOfAllKinds() + [[]]).map {
    NodeGraph([exam.normal($0)], [GraphStep(.negate, of: 0)])
  }
}

private let raised = nodeContract(
  small: [2, 3, -1].flatMap { SmallGraphs.single(.power($0)) }
    + SmallGraphs.single(.power(0.5), change: abs)
) { exam in
  let exponents = [2, 3, -1, -2, 1, 0.5, 1.5, exam.number(in: -2.8 ... -1.2)]
  let shapes = exam.shapesOfAllKinds() + [[]]
  return shapes.enumerated().map { i, shape in
    let n = exponents[i % exponents.count]
    let x = exam.awayFromZero(shape) * 3
    return NodeGraph([n == n.rounded() ? x : abs(x)], [GraphStep(.power(n), of: 0)])
  }
}

let nodeArithmeticChecks = [
  both(.add).check(
    "07.arithmetic.add", .both, points: 1,
    claim: "a + b broadcasts, and each of the two gets its gradient in its own shape",
    uses: ["07.broadcast.summed", "07.order.order"],
    hints: ["Which function brings a gradient back to a shape?"]),

  both(.subtract).check(
    "07.arithmetic.subtract", .both, points: 1,
    claim: "a - b broadcasts, and b gets the gradient with its sign turned",
    uses: ["07.broadcast.summed", "07.order.order"],
    hints: ["If b grows, the difference does what?"]),

  negated.check(
    "07.arithmetic.negate", .both, points: 1,
    claim: "-a is a with its sign turned, and so is its gradient",
    uses: ["07.order.order"],
    hints: ["The slope is the same number everywhere. Which?"]),

  both(.multiply).check(
    "07.arithmetic.multiply", .both, points: 2,
    claim: "of a · b each factor gets upstream times the other, summed to its own shape",
    uses: ["07.broadcast.summed", "07.order.order"],
    hints: [
      "The slope along a is b.",
      "Multiply in the large shape, and sum then.",
    ]
  ) { exam in
    // Large enough for whoever clips; and zeros, by which nobody may divide.
    [
      NodeGraph(
        [exam.normal([3, 4], deviation: 90), exam.normal([4], deviation: 90)],
        [GraphStep(.multiply, of: 0, 1)]),
      NodeGraph(
        [Tensor([0, exam.number(in: 1...2), 0]), Tensor([exam.number(in: 1...2), 0, 0])],
        [GraphStep(.multiply, of: 0, 1)]),
    ]
  },

  both(.divide).check(
    "07.arithmetic.divide", .both, points: 2,
    claim: "a / b passes back upstream / b to a, and -upstream · a / b² to b",
    uses: ["07.broadcast.summed", "07.order.order"],
    hints: ["b⁻¹ has the slope -b⁻². And a stands before it."]
  ) { exam in
    // Next to 0, and far from it: nothing is to be added to a denominator.
    let far = Tensor([1e-9...1e-8, 1e-7...1e-6, 1e5...1e6].map { exam.number(in: $0) })
    return [far, -far].map {
      NodeGraph([exam.awayFromZero([3]), $0], [GraphStep(.divide, of: 0, 1)])
    }
  },

  raised.check(
    "07.arithmetic.power", .both, points: 2,
    claim: "the slope of xⁿ is n · xⁿ⁻¹, for negative x where n is whole, and for any n above 0",
    uses: ["07.order.order"],
    hints: ["Does a logarithm of x occur in your slope? What is it where x is negative?"]
  ) { exam in
    let x = Tensor([0, exam.number(in: 1...2), exam.number(in: -2 ... -1)])
    let far = Tensor([1e-9...1e-8, 1e-3...1e-2, 50...90].map { exam.number(in: $0) })
    return [2, 3, 1].map { NodeGraph([x], [GraphStep(.power($0), of: 0)]) }
      + [-1, 0.5, 3].map { NodeGraph([far], [GraphStep(.power($0), of: 0)]) }
  },
]

extension Examination {
  /// Shapes that broadcast with each other, by either hand.
  fileprivate func pairs() -> [([Int], [Int])] {
    let n = counts(3, in: 2...5)
    return [
      ([n[0], n[1]], [n[0], n[1]]), ([n[0], n[1]], [n[1]]), ([n[1]], [n[0], n[1]]),
      ([n[0], 1], [n[1]]), ([n[0], n[1]], []), ([], [n[2]]), ([], []), ([n[0], n[0]], [n[0]]),
      ([n[0], n[0]], [n[0], 1]), ([2, n[0], 1], [n[0], 3]), ([1, n[2]], [n[1], 1]), ([1], [1]),
      ([prime()], [1]),
    ]
  }
}
