import Doorway
import Grading
import Tensors

private let apart = FunctionContract(
  .headsApart,
  small: [([1, 1, 2], 2), ([1, 2, 2], 2), ([1, 2, 4], 2)].map {
    HeadsInput(SmallCases.tensor($0), heads: $1)
  }
) { exam in
  let n = exam.counts(2, in: 2...4)
  return [
    ([2, n[0], 6], 3), ([1, n[1], 4], 2), ([3, 2, 4], 4), ([2, 3, 3], 1), ([2, 2, 4], 2),
  ].map {
    HeadsInput(exam.normal($0, deviation: 15), heads: $1)
  }
}

private let joined = FunctionContract(
  .headsJoined,
  small: [[1, 2, 1, 1], [1, 2, 2, 1], [1, 2, 2, 2]].map {
    HeadsInput(SmallCases.tensor($0), heads: 2)
  }
) { exam in
  let n = exam.counts(2, in: 2...4)
  return [[2, 3, n[0], 2], [1, 2, n[1], 2], [3, 4, 2, 1], [2, 1, 3, 3], [2, 2, 2, 2]].map {
    HeadsInput(exam.normal($0, deviation: 15), heads: $0[1])
  }
}

private let multiHead = LayerContract(
  .multiHead, forward: "multiHead.forward", backward: "multiHead.backward",
  small: SmallBlocks.multiHeads
) {
  $0.multiHeads()
}

let headChecks12 = [
  apart.check(
    "12.heads.apart", points: 1,
    claim: "head h of [N, H, T, d] has the entries h · d to h · d + d - 1 of each position",
    hints: [
      "[N, T, D] and [N, T, H, d] hold the same numbers in the same order. And [N, H, T, d]?"
    ]),

  joined.check(
    "12.heads.joined", points: 1,
    claim: "heads that are joined lie side by side, as they did before they were set apart",
    hints: ["Which permutation takes [0, 2, 1, 3] back?"]),

  multiHead.check(
    "12.multiHead.forward", .outputs, points: 4,
    claim: "queries come from x, keys and values from memory, and each head attends for itself",
    uses: ["12.heads.apart", "12.heads.joined", "12.attention.forward", "12.attention.mask"],
    hints: [
      "Which layer makes the queries, and of what?",
      "Is √d that of a head, or that of the whole width?",
      "output comes last, behind the heads that were joined.",
    ]
  ) { [$0.largeMultiHead()] },

  multiHead.check(
    "12.multiHead.gradient", .gradients(), points: 4,
    claim: "x, memory and all eight parameters get the right gradients",
    uses: ["12.multiHead.forward", "12.attention.gradient"],
    hints: [
      "What comes back from the heads has to be joined before it goes into an affine layer.",
      "Keys and values were both made of memory.",
      "Linear.backward wants what went into the layer.",
    ], single: .singleOfBlocks
  ) { [$0.largeMultiHead()] },
]

private let positions = FunctionContract(
  .positions,
  small: [PositionsInput(0..<1, width: 2), PositionsInput(1..<3, width: 2)]
    + [PositionsInput(1..<2, width: 4)]
) { exam in
  let (n, far) = (exam.counts(3, in: 2...7), exam.count(in: 5000...50_000))
  return [
    PositionsInput(0..<n[0], width: 4), PositionsInput(0..<1, width: 6),
    PositionsInput(n[1]..<n[1] + 3, width: 2), PositionsInput(0..<n[2], width: 10),
    PositionsInput(500..<503, width: 8), PositionsInput(4..<8, width: 4),
    PositionsInput(far..<far + 2, width: 6),
    PositionsInput(n[1]..<n[1] + 2, width: 2 * exam.count(in: 33...40)),
  ]
}

let positionChecks12 = [
  positions.check(
    "12.positions.table", points: 3,
    claim: "entries 2i and 2i + 1 are the sine and the cosine of position / 10000^(2i / D)",
    hints: [
      "Sine and cosine stand side by side, and share an exponent.",
      "Integers divided give an integer: 2 / 4 is 0.",
      "The first row is that of the first of `positions`, which need not be 0.",
    ])
]

private let feed = LayerContract(
  .feedForward, forward: "feedForward.forward", backward: "feedForward.backward",
  small: SmallBlocks.feeds
) { exam in
  let n = exam.counts(2, in: 2...5)
  return [[2, n[0], 3], [n[1], 4], [1, 1, 2], [3, 3], [2, 2, 2, 2]].map { shape in
    exam.block(.feedForward, x: exam.normal(shape), hidden: exam.count(in: 2...5))
  }
}

let feedChecks12 = [
  feed.check(
    "12.feed.forward", .outputs, points: 2,
    claim: "the second layer takes a · sigmoid(a), a being the output of the first",
    hints: ["Is it a that is multiplied by the sigmoid of a, or x?"]
  ) { [$0.largeFeed(1000), $0.largeFeed(12)] },

  feed.check(
    "12.feed.gradient", .gradients(), points: 2,
    claim: "x and the four parameters get the right gradients",
    uses: ["12.feed.forward"],
    hints: [
      "a · sigmoid(a) is a product, and both of its factors depend on a.",
      "The slope at a = 0 is 1/2.",
    ]
  ) { [$0.largeFeed(1000), $0.largeFeed(12)] },
]

extension Examination {
  /// Parameters of a kind of block around x, whose last axis is the width. Scales are drawn around 1.
  func block(
    _ kind: BlockKind, x: Tensor, memory: Tensor? = nil, hidden: Int = 1, heads: Int = 1,
    mask: MaskFlags? = nil
  ) -> BlockInput {
    let shapes = kind.shapes(width: x.shape[x.rank - 1], hidden: hidden)
    let parameters = zip(kind.names, shapes).map { name, shape in
      name.contains("scale") ? normal(shape, deviation: 0.3) + 1 : normal(shape, deviation: 0.6)
    }
    return BlockInput(
      kind, parameters: parameters, x: x, memory: memory, mask: mask, heads: heads)
  }

  /// A feed-forward part whose first layer gives some ±`reach` at the farthest, of either sign.
  fileprivate func largeFeed(_ reach: Double) -> BlockInput {
    var input = block(.feedForward, x: normal([1, 3]), hidden: 4)
    let largest = abs(input.x.matmul(input.parameters[0])).max()
    let row = (input.x * (reach / largest)).settled
    input.x = row.concatenated(with: -row, along: 0)
    return input
  }

  /// x and memory far from 0, and scores that are not.
  fileprivate func largeMultiHead() -> BlockInput {
    var input = block(
      .multiHead, x: 40 * normal([2, 2, 4]), memory: 40 * normal([2, 3, 4]), heads: 2)
    for i in [0, 2] { input.parameters[i] *= 0.025 }
    return input
  }

  /// With a memory and without, of the same length and of another; one head, and one an entry.
  fileprivate func multiHeads() -> [BlockInput] {
    let n = count(in: 2...3)
    return [
      block(.multiHead, x: normal([2, n, 4]), memory: normal([2, 4, 4]), heads: 2),
      block(.multiHead, x: normal([2, 3, 4]), heads: 2, mask: mask([3, 3])),
      block(
        .multiHead, x: normal([3, 2, 3]), memory: normal([3, n, 3]), heads: 3,
        mask: mask([3, 1, 1, n])),
      block(.multiHead, x: normal([1, 1, 2]), memory: normal([1, 2, 2])),
      block(
        .multiHead, x: normal([2, 2, 4]), memory: normal([2, 2, 4]), heads: 2,
        mask: mask([2, 2, 2, 2])),
      block(.multiHead, x: normal([1, 2, 10]), memory: normal([1, 2, 10]), heads: 5),
    ]
  }
}
