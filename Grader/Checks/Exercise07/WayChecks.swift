import Doorway
import Grading
import Tensors

let wayChecks = [
  Check(
    "07.node.accumulate",
    claim: "two ways back add up in every node, unless it is cleared, and start anew each time",
    points: 4, uses: ["07.arithmetic.multiply", "07.arithmetic.add", "07.order.order"],
    hints: [
      "Where does a way back keep what it has under way, and where what it leaves behind?",
      "After two ways back the gradient is twice that of one. Of the nodes in between, too.",
    ]
  ) { exam in
    try exam.offer(.graphWays, small: SmallGraphs.ways(isScalar: false))
    for graph in exam.sharedGraphs() {
      let values = graph.values
      let last = values.count - 1
      func back(from node: Int) -> GraphWays.Action {
        .back(from: node, exam.normal(values[node].shape))
      }
      try exam.expectReference(
        .graphWays,
        of: GraphWays(
          graph,
          [
            back(from: last), back(from: last), .clear(0), back(from: last - 1), .clear(last),
            .clear(last - 1), back(from: last), back(from: 0),
            .back(from: last, Tensor(zerosLike: values[last])),
          ]))
    }
  },

  Check(
    "07.node.detached",
    claim: "a detached node has the same value, and no way back goes on from it",
    points: 2, uses: ["07.node.accumulate"],
    hints: ["The value stays. What of the node must the new one not know?"]
  ) { exam in
    try exam.offer(.graphWays, small: SmallGraphs.detached)
    for graph in exam.detachedGraphs() {
      let values = graph.values
      let last = values.count - 1
      try exam.expectReference(
        .graphWays,
        of: GraphWays(
          graph,
          [
            .back(from: last, exam.normal(values[last].shape)), .detach(last),
            .back(from: last, exam.normal(values[last].shape)),
          ]))
    }
    // Whoever holds the detached node holds nothing of what its value was computed from.
    let steps = [GraphStep(.multiply, of: 0, 0), GraphStep(.detach, of: 1)]
    try exam.expectReference(
      .nodesLeft, of: GraphWays(NodeGraph([exam.normal([2])], steps), [.hold(2)]))
  },

  Check(
    "07.node.depth",
    claim: "a chain of ten thousand operations is built, gone back through and freed",
    points: 3, buildsOn: ["07.node.accumulate"], uses: ["07.order.deep", "07.scalar.accumulate"],
    hints: [
      "Does backward call itself? Does the order?",
      "When the last node goes, who frees its source, and the source of that? See Vertex.swift.",
    ]
  ) { exam in
    for isScalar in [true, false] {
      let factors = [exam.number(in: 0.5...0.9), exam.number(in: -0.9 ... -0.5)]
      let chain = DeepGraph(
        start: isScalar ? Tensor(exam.number(in: 1...2)) : exam.normal([2]), factors: factors,
        rounds: 2500, isScalar: isScalar)
      try exam.expectReference(.deepGraph, of: chain)
    }
  },

  Check(
    "07.node.freed",
    claim: "when the last node is let go of, all that was computed is freed",
    points: 2, buildsOn: ["07.node.accumulate"],
    uses: [
      "07.arithmetic.multiply", "07.functions.exp", "07.reductions.sum", "07.shapes.reshape",
      "07.scalar.accumulate",
    ],
    hints: [
      "Does a closure hold the very node that holds it? Let it keep a tensor in its place.",
      "Is there a list of nodes that is never emptied?",
    ]
  ) { exam in
    for isScalar in [true, false] {
      let graph = exam.drawnGraph(steps: isScalar ? 30 : 60, ofNumbers: isScalar)
      let values = graph.values
      let last = values.count - 1
      let upstream = values[last].settled
      try exam.expectReference(
        .nodesLeft,
        of: GraphWays(
          graph, isScalar: isScalar, [.back(from: last, upstream), .back(from: last, upstream)]),
        GraphWays(graph, isScalar: isScalar, []))
    }
  },
]

extension Examination {
  /// Graphs in which inner nodes have several uses.
  fileprivate func sharedGraphs() -> [NodeGraph] {
    let shapes = [[count(in: 2...4), 3], [1], [2, 2]]
    let steps = [
      GraphStep(.multiply, of: 0, 1), GraphStep(.multiply, of: 3, 3), GraphStep(.add, of: 4, 2),
      GraphStep(.multiply, of: 5, 3), GraphStep(.add, of: 6, 0),
    ]
    return shapes.map {
      NodeGraph([normal($0), normal($0), normal(Array($0.suffix(1)))], steps)
    } + [
      NodeGraph([normal([3])], [GraphStep(.negate, of: 0), GraphStep(.multiply, of: 1, 0)])
    ]
  }

  /// Graphs with a part that is detached: from a leaf, from the middle, and beside a way that is not.
  fileprivate func detachedGraphs() -> [NodeGraph] {
    let n = count(in: 2...4)
    return [
      NodeGraph([normal([n])], [GraphStep(.detach, of: 0), GraphStep(.multiply, of: 1, 0)]),
      NodeGraph(
        [normal([n, 2]), normal([2])],
        [
          GraphStep(.multiply, of: 0, 1), GraphStep(.detach, of: 2), GraphStep(.add, of: 3, 2),
          GraphStep(.multiply, of: 4, 3), GraphStep(.detach, of: 5), GraphStep(.add, of: 5, 6),
        ]),
      NodeGraph([normal([2])], [GraphStep(.multiply, of: 0, 0), GraphStep(.detach, of: 1)]),
      // Twice the same node, and a detached one once more.
      NodeGraph(
        [normal([n])],
        [
          GraphStep(.multiply, of: 0, 0), GraphStep(.detach, of: 1), GraphStep(.detach, of: 1),
          GraphStep(.detach, of: 2), GraphStep(.multiply, of: 2, 3), GraphStep(.multiply, of: 5, 4),
          GraphStep(.multiply, of: 6, 1),
        ]),
    ]
  }
}
