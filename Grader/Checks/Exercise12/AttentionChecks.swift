import Doorway
import Grading
import Tensors

private let weights = FunctionContract(
  .attentionWeights, small: SmallCases.matrices.map { ScoresInput($0) }
) { exam in
  let n = exam.counts(3, in: 2...5)
  return [
    [n[0], n[1]], [2, n[2], 3], [2, 1, n[0], 4], [1, 1], [3, 3], [exam.prime(), 2], [2, 40],
  ].map {
    ScoresInput(exam.normal($0, deviation: 2))
  }
}

private let attention = LayerContract(
  .scaledDotAttention, forward: "attention.forward", backward: "attention.backward",
  small: [(1, 1, 1, 1), (1, 2, 1, 1), (2, 1, 1, 1), (1, 1, 1, 2), (2, 2, 1, 1), (2, 2, 2, 1)].map {
    smallAttention($0, $1, $2, $3)
  }
) {
  $0.attentionInputs()
}

private func smallAttention(
  _ asking: Int, _ seen: Int, _ width: Int, _ valueWidth: Int, mask: MaskFlags? = nil
) -> AttentionInput {
  AttentionInput(
    query: SmallCases.tensor([asking, width]), key: SmallCases.tensor([seen, width], from: 4),
    value: SmallCases.tensor([seen, valueWidth], from: 2), mask: mask)
}

let attentionChecks = [
  weights.check(
    "12.attention.weights", points: 2,
    claim: "the weights of each row are the softmax of its scores, and their sum is 1",
    hints: [
      "Along which axis lie the positions that can be looked at?",
      "A sum along an axis goes well with what it was made of if it keeps the axis.",
    ]),

  weights.check(
    "12.attention.mask", points: 3,
    claim: "where the mask is false the weight is 0, and the others share 1",
    buildsOn: ["12.attention.weights"],
    hints: [
      "true means: may be looked at.",
      "If a weight is made 0 after the softmax, what do the others add up to?",
      "Tensor(mask) is 1 and 0, and broadcasts as all tensors do.",
    ], alone: true,
    small: [
      ScoresInput(Tensor([[0.5, -2]]), mask: MaskFlags([1, 2], [true, false])),
      ScoresInput(Tensor([[0.5, -2, 3]]), mask: MaskFlags([1, 3], [true, false, true])),
    ]
  ) { exam in
    let n = exam.count(in: 3...5)
    return [[n, 4], [2, n, n], [2, 2, 3, 5], [2, 3, 1, 4], [1, 1, 2, n]].enumerated().map {
      i, shape in
      ScoresInput(
        exam.normal(shape, deviation: 2), mask: exam.mask(i == 3 ? [2, 1, 1, 4] : shape.suffix(2)))
    }
      + (0..<3).map { _ in
        ScoresInput(exam.normal([2, 2, 3, 3]), mask: exam.mask([2, 2, 3, 3]))
      }
  },

  weights.check(
    "12.attention.extremes", points: 1,
    claim: "scores of ±1000, masked ones among them, give weights that are numbers",
    buildsOn: ["12.attention.mask"],
    hints: [
      "e¹⁰⁰⁰ overflows. What may be taken from all scores of a row?",
      "If the greatest score of a row is masked, what is left of the others?",
    ], alone: true,
    small: [
      ScoresInput(Tensor([[1000, 1000]])), ScoresInput(Tensor([[-1000, -1000]])),
      ScoresInput(Tensor([[1000, 0.5]]), mask: MaskFlags([1, 2], [false, true])),
    ]
  ) { exam in
    let (a, b) = (exam.number(in: 800...1500), exam.number(in: 0.5...2))
    let scores = Tensor([[a, a - b, -a], [-a, -a - b, -a + b], [b, a, -a]])
    return [
      ScoresInput(scores),
      ScoresInput(
        scores,
        mask: MaskFlags([3, 3], [true, true, false, true, false, true, true, false, true])),
      // What is far below the greatest weighs little, and not nothing.
      ScoresInput(Tensor([[0, -14 * b], [-5 * b, 5 * b]])),
    ]
  },

  attention.check(
    "12.attention.forward", .outputs, points: 2,
    claim: "each output is the mean of the values, by the weights of query · key / √d",
    uses: ["12.attention.weights", "12.attention.mask"],
    hints: [
      "d is the width of a query, not the number of positions.",
      "Queries [T, d] and keys [S, d] give scores [T, S]: which of them is transposed?",
    ]
  ) { $0.largeAttention() },

  attention.check(
    "12.attention.gradient", .gradients(), points: 5,
    claim: "queries, keys and values get the right gradients",
    uses: ["12.attention.forward"],
    hints: [
      "y = weights · value is a matrix product: you know both of its gradients.",
      "A score moves all weights of its row: w · (dw - Σ w · dw).",
      "Where does 1/√d come back in?",
    ]
  ) { $0.largeAttention() },

  attention.check(
    "12.attention.empty", .both, points: 3,
    claim: "a row with nothing to look at gives 0, and nothing comes back from it",
    uses: ["12.attention.mask", "12.attention.gradient"],
    hints: [
      "If every score of a row is -∞, so is the greatest: what is -∞ - (-∞)?",
      "If every score of a row is -10⁹, the softmax takes them for equals. Which weights come out?",
      "A sum of exponentials that holds e⁰ is at least 1. When is it not?",
    ], alone: true, small: [smallAttention(1, 2, 1, 1, mask: MaskFlags([1, 2], [false, false]))]
  ) { exam in
    let n = exam.count(in: 2...4)
    var some = exam.mask([3, n])
    some.flags.replaceSubrange(0..<n, with: [Bool](repeating: false, count: n))
    return [
      exam.attention([2], 3, n, 2, 3, mask: some),
      exam.attention(
        [2, 2], 2, 3, 3, 2,
        mask: MaskFlags([2, 1, 1, 3], [true, true, false, false, false, false])),
      exam.attention([], 1, n, 2, 1, mask: MaskFlags([1, n], .init(repeating: false, count: n))),
      exam.attention([2], 2, 1, 2, 3, mask: MaskFlags([2, 1], [false, true])),
    ]
  },
]

extension Examination {
  /// A mask of any shape; in each of its rows something may be looked at, and something may not.
  func mask(_ shape: some Collection<Int>) -> MaskFlags {
    let shape = Array(shape)
    let (rows, width) = (shape.dropLast().reduce(1, *), shape[shape.count - 1])
    let flags = (0..<rows).flatMap { _ in
      var row = (0..<width).map { _ in count(in: 0...1) == 1 }
      if width > 1 {
        let places = counts(2, in: 0...width - 1)
        (row[places[0]], row[places[1]]) = (true, false)
      } else {
        row = [true]
      }
      return row
    }
    return MaskFlags(shape, flags)
  }

  fileprivate func attention(
    _ leading: [Int], _ asking: Int, _ seen: Int, _ width: Int, _ valueWidth: Int,
    mask: MaskFlags? = nil
  ) -> AttentionInput {
    AttentionInput(
      query: normal(leading + [asking, width], deviation: 1.3),
      key: normal(leading + [seen, width], deviation: 1.3),
      value: normal(leading + [seen, valueWidth]), mask: mask)
  }

  /// One matrix and many, square ones, a single position, wide ones; with masks that broadcast, and without.
  fileprivate func attentionInputs() -> [AttentionInput] {
    let n = counts(2, in: 2...4)
    return [
      attention([2], n[0], 4, 3, n[1]), attention([], n[1], n[0], 5, 2),
      attention([2, 2], 3, 3, 3, 3, mask: mask([3, 3])), attention([1], 1, n[0], 1, 2),
      attention([2, 2], 2, n[1], 4, 1, mask: mask([2, 1, 1, n[1]])),
      attention([3], 1, 1, 2, 2), attention([2, 1], n[0], 3, 2, 2, mask: mask([2, 1, n[0], 3])),
      attention([], 2, 3, count(in: 24...40), count(in: 18...24)),
    ]
  }

  /// Queries, keys and values far from 0, and scores that are not.
  fileprivate func largeAttention() -> [AttentionInput] {
    [40, 0.025].map { (factor: Double) in
      var input = attention([2], 2, 3, 3, 2)
      input.query *= factor
      input.key *= 1 / factor
      input.value *= 40
      return input
    }
  }
}
