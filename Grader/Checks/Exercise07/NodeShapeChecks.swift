import Doorway
import Grading
import Tensors

private let products = nodeContract(
  small: SmallGraphs.of(
    .matmul, [[1, 1], [1, 1]], [[1, 2], [2, 1]], [[2, 1], [1, 2]], [[2, 2], [2, 2]])
) { exam in
  let n = exam.counts(3, in: 2...6)
  let shapes = [
    (n[0], n[1], n[2]), (3, 3, 3), (1, n[0], n[1]), (n[0], 1, n[1]), (n[0], n[1], 1), (1, 1, 1),
    (exam.prime(), 2, 3),
  ]
  return shapes.map { n, d, m in
    NodeGraph([exam.normal([n, d]), exam.normal([d, m])], [GraphStep(.matmul, of: 0, 1)])
  }
}

private let reshapings = nodeContract(
  small: [([2], [1, 2]), ([1, 2], [2, 1]), ([2, 2], [-1])].flatMap {
    SmallGraphs.of(.reshape($1), [$0])
  }
) { exam in
  let n = exam.counts(2, in: 2...5)
  let shapes = [
    ([n[0], n[1]], [n[1], n[0]]), ([n[0], 6], [n[0], -1]), ([n[0], 2, 3], [n[0], -1]),
    ([n[0], 4], [-1]), ([6], [3, 2]), ([1], []), ([], [1, 1]), ([2, n[1]], [2, 1, n[1]]),
    ([n[0], n[0]], [n[0], n[0]]),
  ]
  return shapes.map { NodeGraph([exam.normal($0)], [GraphStep(.reshape($1), of: 0)]) }
}

private let transpositions = nodeContract(
  small: [([1, 2], [1, 0]), ([2, 2], [1, 0]), ([1, 2, 2], [1, 2, 0])].flatMap {
    SmallGraphs.of(.transpose($1), [$0])
  }
) { exam in
  let n = exam.counts(3, in: 2...5)
  let shapes = [
    ([n[0], n[1]], [1, 0]), ([n[0], n[1], n[2]], [1, 2, 0]), ([n[0], n[1], n[2]], [2, 0, 1]),
    ([3, 3, 3], [1, 2, 0]), ([n[0], n[0]], [1, 0]), ([n[0], n[1]], [0, 1]), ([n[2]], [0]),
    ([2, 3, 1, n[0]], [3, 0, 2, 1]), ([2, 3, 2], [0, 2, 1]), ([1, n[0]], [1, 0]),
  ]
  return shapes.map { NodeGraph([exam.normal($0)], [GraphStep(.transpose($1), of: 0)]) }
}

private let concatenations = nodeContract(
  small: SmallGraphs.of(.concatenate(axis: 0), [[1], [1]], [[1, 2], [1, 2]])
    + SmallGraphs.of(.concatenate(axis: 1), [[1, 1], [1, 2]], [[2, 1], [2, 1]])
) { exam in
  let n = exam.counts(3, in: 1...4)
  let pieces: [([[Int]], Int)] = [
    ([[n[0], 3], [n[1], 3]], 0), ([[2, n[0]], [2, n[1]]], 1), ([[n[0]], [n[1]], [n[2]]], 0),
    ([[2, n[0], 2], [2, n[1], 2], [2, n[2], 2]], 1), ([[2, 3, n[1]], [2, 3, n[0]]], 2),
    ([[3, 2], [3, 2]], 1), ([[2, 2], [2, 2]], 0), ([[n[2], 2]], 0),
  ]
  return pieces.map { shapes, axis in
    NodeGraph(
      shapes.map { exam.normal($0) },
      [GraphStep(.concatenate(axis: axis), of: Array(shapes.indices))])
  }
    // The same node in two places.
    + [NodeGraph([exam.normal([2, 3])], [GraphStep(.concatenate(axis: 1), of: 0, 0)])]
}

private let rowChoices = nodeContract(
  small: [([2], [1]), ([2], [0, 0]), ([2, 2], [1, 1])].flatMap {
    SmallGraphs.of(.rows($1), [$0])
  }
) { exam in
  let n = exam.counts(2, in: 3...6)
  let choices: [([Int], [Int])] = [
    ([n[0], 2], [2, 0, 2, 2]), ([n[0], 3], Array((0..<n[0]).reversed())), ([n[1]], [0, 0, 1]),
    ([n[0], 2, 2], [1, 1, 0]), ([n[1], n[1]], exam.labels(n[1], classes: n[1])), ([1, 3], [0, 0]),
    ([n[0], 2], [n[0] - 1]), ([3, 4], exam.labels(exam.prime(), classes: 3)),
  ]
  return choices.map { NodeGraph([exam.normal($0)], [GraphStep(.rows($1), of: 0)]) }
}

private let gatherings = nodeContract(
  small: [([1, 2], [1], 1), ([2, 1], [1], 0), ([2, 2], [1, 0], 1), ([2, 2], [0, 0], 0)].flatMap {
    SmallGraphs.of(.gather($1, axis: $2), [$0])
  }
) { exam in
  let n = exam.counts(2, in: 2...6)
  return [
    ([n[0], n[1]], 1), ([n[0], n[1]], 0), ([1, n[0]], 1), ([n[0], 1], 1), ([3, 3], 1), ([3, 3], 0),
    ([exam.prime(), 3], 1),
  ].map { shape, axis in
    let indices = exam.labels(shape[1 - axis], classes: shape[axis])
    return NodeGraph([exam.normal(shape)], [GraphStep(.gather(indices, axis: axis), of: 0)])
  }
}

let nodeShapeChecks = [
  products.check(
    "07.shapes.matmul", .both, points: 2,
    claim: "the matrix product passes back upstream · wᵀ and xᵀ · upstream",
    uses: ["07.order.order"],
    hints: ["x is [N, D], w [D, M], upstream [N, M]. Which product of two has the third's shape?"]),

  reshapings.check(
    "07.shapes.reshape", .both, points: 1,
    claim: "a reshaped node gets its gradient in the shape that it had",
    uses: ["07.order.order"],
    hints: ["The shape that is asked for may have a -1. Which shape is to be gone back to?"]),

  transpositions.check(
    "07.shapes.transpose", .both, points: 2,
    claim: "a permutation of axes is taken back by its inverse",
    uses: ["07.order.order"],
    hints: ["Axes [1, 2, 0], done twice, are not where they were. If axis i came from axes[i] …"]),

  concatenations.check(
    "07.shapes.concatenate", .both, points: 2,
    claim: "each of the concatenated nodes gets its own piece of the gradient",
    uses: ["07.order.order"],
    hints: [
      "Where does the piece of the second begin?",
      "Slices go along axis 0. Which permutation brings another axis there, and back?",
    ]),

  rowChoices.check(
    "07.shapes.rows", .both, points: 2,
    claim: "a row that was chosen several times gets the sum, one that was not chosen 0",
    uses: ["07.order.order"],
    hints: ["A row that is assigned to twice has the last gradient only. There is add(_:toRows:)."]),

  gatherings.check(
    "07.shapes.gather", .both, points: 1,
    claim: "each gathered entry gets its gradient back at its own place",
    uses: ["07.order.order"],
    hints: ["Begin with zeros in the shape of x, and add at the same indices."]),
]
