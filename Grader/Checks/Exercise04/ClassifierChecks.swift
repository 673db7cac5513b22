import Doorway
import Grading
import Tensors

private let bias = FunctionContract(.biasColumn, small: SmallCases.matrices) { exam in
  exam.sizesOfAllKinds().map { exam.normal([$0.n, $0.d]) }
}

private let classifier = LayerContract(
  .classifier, small: smallScores(outputs: 1) + smallScores(outputs: 2)
) { exam in
  exam.sizesOfAllKinds().enumerated().map { i, size in
    ClassifierInput(
      // Large enough for whoever clips.
      x: exam.normal([size.n, size.d], deviation: i == 1 ? 100 : 1),
      weights: exam.normal([size.d + 1, size.m]))
  }
}

private let distances = FunctionContract(.distances, small: smallScores(outputs: 1)) { exam in
  exam.sizesOfAllKinds().enumerated().map { i, size in
    ClassifierInput(
      x: exam.normal([size.n, size.d], deviation: i == 1 ? 100 : 1),
      weights: exam.number(in: 0.3...4) * exam.awayFromZero([size.d + 1, 1]))
  }
}

private func smallScores(outputs: Int) -> [ClassifierInput] {
  SmallCases.shapes.map { shape in
    ClassifierInput(
      x: SmallCases.tensor(shape), weights: SmallCases.tensor([shape[1] + 1, outputs], from: 2))
  }
}

let classifierChecks = [
  bias.check(
    "04.classifier.biasColumn", points: 2,
    claim: "the bias column is a last column of ones",
    hints: [
      "Look for 'concatenated' among the tensors. Along which axis do columns stand side by side?",
      "x is [N, D]. Which shape must the ones have?",
    ]),

  classifier.check(
    "04.classifier.forward", .outputs, points: 4,
    claim: "the scores are [x, 1] · W: the last row of the weights is the bias",
    hints: [
      "x is [N, D] and W is [D + 1, M]. What is missing from x?",
      "Is there a sigmoid in your scores? It belongs elsewhere.",
    ]
  ) { [$0.dearInput()] },

  classifier.check(
    "04.classifier.gradient-x", .gradients(named: "the gradient at x"), points: 4,
    claim: "the gradient at x has the shape of x: nothing comes back to the column of ones",
    hints: [
      "upstream is [N, M], W is [D + 1, M]: which product leads to [N, D + 1]?",
      "And which of its columns belongs to nobody?",
    ]
  ) { [$0.dearInput()] },

  classifier.check(
    "04.classifier.gradient-weights", .gradients(named: "the gradient at the weights"), points: 5,
    claim:
      "the gradient at the weights is summed over the samples, the biases' row with the others",
    hints: [
      "[x, 1] is [N, D + 1], upstream is [N, M]: which product of two leads to [D + 1, M]?",
      "Where is the division by N done already?",
    ]
  ) { [$0.dearInput()] },

  distances.check(
    "04.classifier.boundary", points: 5,
    claim:
      "a sample's distance from the boundary is its score by the length of w, without the bias",
    uses: ["04.classifier.forward"],
    hints: [
      "Walk a unit along w: by how much does w · x grow?",
      "Does moving the boundary, which the bias does, make the score grow faster?",
    ]
  ) { exam in
    // However long w is.
    [1e-9, 1e-5, 1e6].map { length in
      ClassifierInput(x: exam.normal([4, 2]), weights: length * exam.awayFromZero([3, 1]))
    }
  },
]

extension Examination {
  /// Of prices and areas: nobody has said that scores and weights are small.
  fileprivate func dearInput() -> ClassifierInput {
    ClassifierInput(x: normal([5, 3], deviation: 1e4), weights: normal([4, 2], deviation: 1e4))
  }

  /// Counts of samples, inputs and scores: different ones, equal ones, single ones.
  fileprivate func sizesOfAllKinds() -> [(n: Int, d: Int, m: Int)] {
    let (n, d) = (counts(3, in: 3...6), count(in: 2...5))
    return [
      (n[0], d, 1), (d + 1, d, d + 1), (1, n[1], 1), (n[2], 1, 1), (n[1], 3, 2), (4, 4, 4),
      (prime(), 2, 1), (1, 1, 1),
    ]
  }
}
