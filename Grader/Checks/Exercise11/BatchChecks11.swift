import Doorway
import Grading
import Tensors

private let padding = FunctionContract(
  .padding, small: [[[3]], [[3, 1]], [[3], [2]], [[3, 1], [2]]].map { SentencesInput($0) }
) { exam in
  let lengths = exam.counts(3, in: 1...5)
  return [
    SentencesInput(lengths.map { exam.words($0) }), SentencesInput([exam.words(4)]),
    SentencesInput([exam.words(2), exam.words(2), exam.words(2)]),
    SentencesInput([exam.words(1), exam.words(6)]), SentencesInput([exam.words(1), exam.words(6)]),
  ]
}

let paddingChecks = [
  padding.check(
    "11.padding.tokens", points: 2,
    claim: "word t of sentence n stands at t · N + n, and keep says where there is one",
    hints: [
      "All first words come first, then all second words. How many rows are there?",
      "Does a word whose number is 0 count? Ask the length, and not the number.",
    ]
  ) { exam in
    [
      SentencesInput([[0, 3], [2, 0, 0], [0]]), SentencesInput([[], exam.words(3), []]),
    ]
  }
]

private let both = LayerContract(
  .bidirectional, forward: "Bidirectional.forward", backward: "Bidirectional.backward",
  small: SmallSequences.bothWays
) { exam in
  let n = exam.counts(2, in: 2...4)
  return [
    exam.bothWays(steps: n[0] + 1, count: n[1], units: (2, 3)),
    exam.bothWays(steps: 4, count: 1, units: (2, 2)),
    exam.bothWays(steps: 1, count: 2, units: (1, 3)),
    exam.bothWays(steps: 4, count: 3, units: (3, 2), keep: ["1100", "1111", "1000"]),
    exam.bothWays(steps: 3, count: 2, units: (2, 2), keep: ["011", "101"]),
  ]
}

let bidirectionalChecks = [
  both.check(
    "11.bidirectional.forward", .outputs, points: 2,
    claim:
      "at each step, what has been read from the left stands beside what is read from the right",
    uses: ["11.layer.forward", "11.layer.keep"],
    hints: [
      "The second layer's first output belongs to the last step. Where does it have to stand?",
      "If x is turned round, what has to be turned as well?",
    ]
  ) { [$0.largeBothWays()] },

  both.check(
    "11.bidirectional.gradient", .gradients(), points: 2,
    claim: "both layers get their part of the gradient, and x gets the sum of what they give back",
    uses: ["11.bidirectional.forward", "11.layer.gradient", "11.layer.keep-gradient"],
    hints: [
      "The second layer saw its steps in another order. In which does it want its gradient?",
      "`last` is h of each layer when it has read all: the second one ends at step 0.",
    ]
  ) { [$0.largeBothWays()] },
]

private let packings = FunctionContract(
  .packing, small: [[1], [2], [1, 2], [2, 1], [1, 1], [0, 1]].map { LengthsInput($0) }
) { exam in
  [
    LengthsInput(exam.counts(4, in: 1...6)), LengthsInput([exam.count(in: 1...4)]),
    LengthsInput((0..<5).map { _ in exam.count(in: 1...5) }),
  ]
}

private let packed = FunctionContract(
  .packed,
  small: [[1], [2], [2, 1], [1, 2]].map {
    PackedInput($0, SmallCases.tensor([$0.max() ?? 0, $0.count, 1]))
  }
) { exam in
  exam.lengths().map { PackedInput($0, 20 * exam.normal([$0.max() ?? 0, $0.count, 3])) }
}

private let unpacked = FunctionContract(
  .unpacked,
  small: [[1], [2], [2, 1], [1, 2]].map {
    PackedInput($0, SmallCases.tensor([$0.reduce(0, +), 1]))
  }
) { exam in
  exam.lengths().enumerated().map { i, lengths in
    PackedInput(lengths, 20 * exam.normal([lengths.reduce(0, +), 2 - i % 2]))
  }
}

private let last = FunctionContract(
  .packedLast, forward: "lastOutputs", small: SmallSequences.packed
) { exam in
  // The last two have as many steps and rows, and yet others are there at each.
  (exam.lengths() + [[3], [1, 0, 4], [4, 2, 2], [4, 3, 1]]).enumerated().map { i, lengths in
    let (steps, count) = (lengths.max() ?? 0, lengths.count)
    // Once the inputs are far from 0, and the cell hears no more of them.
    let reach = i == 3 ? 40.0 : 1
    var weights = exam.recurrentWeights(.given, inputs: 2, units: 3)
    weights.w *= 1 / reach
    // What lies behind the end of a sequence is large.
    let factors = Tensor(
      shape: [steps, count, 1],
      scalars: (0..<steps).flatMap { t in lengths.map { t < $0 ? 1 : 30 } })
    return PackedSequences(
      lengths, exam.normal([steps, count, 2], deviation: reach) * factors, weights)
  }
}

let packingChecks = [
  packings.check(
    "11.packing.order", points: 2,
    claim: "the longest come first, of equal ones the first; step by step, whoever is still there",
    hints: [
      "sorted { lengths[$0] > lengths[$1] } says nothing of two that are equal.",
      "counts[t] is how many sequences have a step t. Of length 3, is there a step 3?",
    ]
  ) { _ in
    [
      LengthsInput([2, 2, 2, 2]), LengthsInput([1, 3, 1, 3, 2, 3, 1]), LengthsInput([0, 2, 0]),
      LengthsInput((0..<40).map { $0 % 3 + 1 }), LengthsInput([1, 3, 2]), LengthsInput([3, 1, 2]),
    ]
  },

  packed.check(
    "11.packing.packed", points: 1, claim: "packing takes the rows that are there, and no others",
    hints: ["Make [T · N, D] of x first. Which rows of that does the packing name?"]),

  unpacked.check(
    "11.packing.unpacked", points: 1,
    claim: "unpacking puts every row in its place, and zeros where there is none",
    hints: ["Begin with zeros. T is how many counts there are."]),

  last.check(
    "11.packing.last", points: 2,
    claim: "packed sequences end with the same h as padded ones, in the order in which they came",
    hints: [
      "At step t only the first counts[t] rows of the state go on. Keep the others: they have ended.",
      "The longest stands first now. Which sequence was it when it came?",
    ]),
]

extension Examination {
  /// So many words that are not 0.
  fileprivate func words(_ count: Int) -> [Int] { labels(count, classes: 8).map { $0 + 1 } }

  fileprivate func lengths() -> [[Int]] {
    [counts(3, in: 1...5), [2, 2], [1], [3, 1, 0, 3], [1, 3, 2], [3, 1, 2]]
  }

  /// Inputs far from 0, of which the cells hear no more than of others.
  fileprivate func largeBothWays() -> BidirectionalInput {
    var input = bothWays(steps: 3, count: 2, units: (2, 3))
    input.x *= 40
    input.ahead.w *= 0.025
    input.back.w *= 0.025
    return input
  }

  fileprivate func bothWays(
    steps: Int, count: Int, units: (Int, Int), keep rows: [String]? = nil
  ) -> BidirectionalInput {
    let inputs = self.count(in: 1...3)
    let keep = rows.map { rows in
      let flags = rows.map { $0.map { $0 == "1" } }
      return (0..<steps).flatMap { t in flags.map { $0[t] } }
    }
    return BidirectionalInput(
      normal([steps, count, inputs]),
      ahead: recurrentWeights(.given, inputs: inputs, units: units.0),
      back: recurrentWeights(.given, inputs: inputs, units: units.1), keep: keep)
  }
}
