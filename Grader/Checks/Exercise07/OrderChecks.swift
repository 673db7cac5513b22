import Doorway
import Grading
import Tensors

let orderChecks = [
  Check(
    "07.order.order",
    claim: "the order holds all that the last was computed from, each once and behind its sources",
    points: 4,
    hints: [
      "A member goes into the order when all of its sources are in it. Who goes first?",
      "How do you know of a member whether you have met it before? ObjectIdentifier helps.",
    ]
  ) { exam in
    let fixed: [[[Int]]] = [
      [[]], [[], [0]], [[], [0, 0]], [[], [0], [1], [2], [3]],
      // A diamond; and a long way beside a short one, in either order.
      [[], [0], [0], [1, 2]], [[], [0], [1], [0, 2]], [[], [0], [1], [2, 0]],
      // Some have no part in the last.
      [[], [], [0], [0, 1], [2]],
    ]
    try exam.expectOrders(fixed + (0..<4).map { _ in exam.members(exam.count(in: 8...24)) })
  },

  Check(
    "07.order.deep",
    claim: "ten thousand members in a chain, and more paths than can be walked, are put in order",
    points: 3, buildsOn: ["07.order.order"],
    hints: [
      "A function that calls itself takes a piece of stack for each call. An array can stand in.",
      "What do you do with a member that you have met before?",
    ]
  ) { exam in
    try exam.expectOrders([
      (0..<exam.count(in: 12_000...20_000)).map { $0 == 0 ? [] : [$0 - 1] },
      (0..<200).map { $0 == 0 ? [] : $0 == 1 ? [0, 0] : [$0 - 1, $0 - 2] },
    ])
  },
]

extension Examination {
  /// Members of which each was made of up to three of those before it.
  fileprivate func members(_ number: Int) -> [[Int]] {
    (0..<number).map { i in
      i == 0 ? [] : (0..<count(in: 0...3)).map { _ in count(in: max(0, i - 6)...i - 1) }
    }
  }

  fileprivate func expectOrders(_ graphs: [[[Int]]]) throws {
    let input = OrderInput(graphs)
    let seen = try ask(.topologicalOrder, input)
    try require(seen.orders.count == graphs.count)
    note(seen, of: .topologicalOrder, input)
    for (graph, order) in zip(graphs, seen.orders) { try expectOrder(order, of: graph) }
    try expect(
      seen.isShallow,
      "putting a chain of \(graphs.map(\.count).max() ?? 0) members in order took more than half a "
        + "mebibyte of stack")
  }

  private func expectOrder(_ order: [Int], of graph: [[Int]]) throws {
    var isWanted = graph.map { _ in false }
    isWanted[graph.count - 1] = true
    for member in graph.indices.reversed() where isWanted[member] {
      for source in graph[member] { isWanted[source] = true }
    }
    let words =
      graph.count <= 24
      ? ": the sources of members 0, 1, … are \(graph), and the order that came back is \(order)"
      : ""
    var isThere = graph.map { _ in false }
    for member in order {
      try require(graph.indices.contains(member))
      try expect(isWanted[member], "member \(member) has no part in the last one\(words)")
      try expect(!isThere[member], "member \(member) is in the order twice\(words)")
      for source in graph[member] {
        try expect(
          isThere[source], "member \(member) stands before its source \(source)\(words)")
      }
      isThere[member] = true
    }
    let missing = graph.indices.first { isWanted[$0] && !isThere[$0] }
    try expect(missing == nil, "member \(missing ?? 0) is missing from the order\(words)")
  }
}
