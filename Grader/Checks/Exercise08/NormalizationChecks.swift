import Doorway
import Grading
import Tensors

private let layerNorm = LayerContract(
  .layerNormalization, small: [[1, 2], [2, 2], [1, 3], [2, 3]].map { smallNormalization($0) }
) { exam in
  let n = exam.counts(4, in: 2...6)
  return [
    [n[0], n[1]], [n[2], n[2]], [1, n[3]], [2, 3, n[1]], [2, 1, 2, 4], [exam.prime(), 3], [n[3]],
  ].map { exam.normalization($0, features: $0[$0.count - 1]) }
}

private func smallNormalization(_ shape: [Int], groups: Int = 0) -> NormalizationInput {
  let features = groups == 0 ? shape[shape.count - 1] : shape[1]
  return NormalizationInput(
    SmallCases.tensor(shape), scale: SmallCases.tensor([features], from: 4),
    shift: SmallCases.tensor([features], from: 3), epsilon: 0.25, groups: groups)
}

let layerNormalizationChecks = [
  layerNorm.check(
    "08.layerNorm.forward", .outputs, points: 3,
    claim: "each row has mean 0 and variance 1 over its features, then scale and shift",
    hints: [
      "The features lie on the last axis, whatever stands in front of it.",
      "Which number does keepingAxis leave, so that the mean can be subtracted?",
    ]
  ) { exam in
    var small = exam.normalization([3, 4], features: 4)
    small.x *= 1e-3
    return [small]
  },

  layerNorm.check(
    "08.layerNorm.extremes", .both, points: 2,
    claim: "a row that never varies gives shift; a large mean does not spoil the variance",
    buildsOn: ["08.layerNorm.forward"],
    hints: [
      "What do you divide by, if the variance is 0?",
      "Is the variance that of x without its mean?",
    ], alone: true
  ) { exam in
    var still = exam.normalization([2, 3], features: 3)
    still.x = Tensor(repeating: 2, shape: [2, 3])
    let far = exam.normalization([3, 4], features: 4).far(from0: 32_768)
    return [
      exam.normalization([4, 1], features: 1), still, far,
      exam.lonely([2, 50], features: 50),
    ].map {
      var input = $0
      input.x = input.x.converted(to: .float64)
      return input
    }
  },

  layerNorm.check(
    "08.layerNorm.gradient-parameters", .gradients(named: "the gradient at the s"), points: 2,
    claim: "the gradients at scale and shift are summed over all rows",
    hints: ["Make rows of all axes but the last. Along which axis do you add?"]),

  layerNorm.check(
    "08.layerNorm.gradient", .gradients(named: "the gradient at x"), points: 3,
    claim: "the gradient at x goes also through the mean and the variance of the row",
    hints: [
      "It is batch normalization's, along the other axis. But where does scale stand now?",
      "scale differs from feature to feature: it belongs inside the means.",
    ]),
]

private let groupNorm = LayerContract(
  .groupNormalization,
  small: [([1, 2], 1), ([1, 4], 2), ([2, 4], 2), ([1, 2, 2], 2)].map {
    smallNormalization($0, groups: $1)
  }
) { exam in
  let n = exam.counts(3, in: 2...4)
  return [
    ([n[0], 4, 3], 2), ([n[1], 6, 2, 2], 3), ([1, 4, n[2]], 2), ([2, 6], 2), ([n[0], 6, 2], 2),
    ([2, 4, 1, 2, 2], 2), ([3, 3, 3], 1), ([2, 3, 4], 3),
  ].map { exam.normalization($0, features: $0[1], groups: $1) }
}

let groupNormalizationChecks = [
  groupNorm.check(
    "08.groupNorm.forward", .outputs, points: 3,
    claim: "each group of channels that follow one another is normalized, for each sample alone",
    hints: [
      "With four channels in two groups: which channels are the first group?",
      "[N, C, …] and [N, G, …] hold the same numbers in the same order.",
    ]
  ) { exam in
    var small = exam.normalization([2, 4, 3], features: 4, groups: 2)
    small.x *= 1e-3
    return [small]
  },

  groupNorm.check(
    "08.groupNorm.extremes", .both, points: 1,
    claim: "one group, a group a channel, and channels of a single entry work as any other",
    buildsOn: ["08.groupNorm.forward"],
    hints: ["What has a group of a single entry for its variance?"], alone: true
  ) { exam in
    // A large mean, and a group that never varies.
    let far = exam.normalization([2, 4, 4], features: 4, groups: 2).far(from0: 4096)
    // Of eight equal numbers the mean is exact, in whichever way it is taken.
    var still = exam.normalization([2, 4, 4], features: 4, groups: 2)
    still.x = Tensor(repeating: Double(exam.count(in: 64...128)) / 64, shape: [2, 4, 4])
    return [([3, 4], 4), ([2, 3, 2, 2], 1), ([2, 3, 2, 2], 3), ([1, 1, 1], 1), ([2, 4], 1)].map {
      exam.normalization($0, features: $0[1], groups: $1)
    } + [far, still, exam.lonely([2, 4, 20], features: 4, groups: 2)]
  },

  groupNorm.check(
    "08.groupNorm.gradient-parameters", .gradients(named: "the gradient at the s"), points: 1,
    claim:
      "the gradients at scale and shift are summed over samples and over the channel's entries",
    hints: ["scale is [C]. Over which axes of [N, C, …] does one number of it reach?"]),

  groupNorm.check(
    "08.groupNorm.gradient", .gradients(named: "the gradient at x"), points: 3,
    claim: "the gradient at x goes also through the mean and the variance of its group",
    hints: ["scale belongs to channels, the means to groups: weigh first, then take the means."]),
]

extension Examination {
  /// One entry is far from all others, further than any bound.
  fileprivate func lonely(
    _ shape: [Int], features: Int, groups: Int = 0
  ) -> NormalizationInput {
    var input = normalization(shape, features: features, groups: groups)
    var entries = input.x.scalars
    entries[count(in: 0...entries.count - 1)] += number(in: 500...900)
    input.x = Tensor(shape: shape, scalars: entries)
    return input
  }

  fileprivate func normalization(
    _ shape: [Int], features: Int, groups: Int = 0
  ) -> NormalizationInput {
    let rows = groups == 0 ? shape.dropLast().reduce(1, *) : shape[0] * groups
    let x = varying(rows: rows, of: shape.reduce(1, *) / rows).reshaped(to: shape)
    return NormalizationInput(
      number(in: 0.5...3) * x + number(in: -2...2), scale: awayFromZero([features]),
      shift: normal([features]),
      epsilon: [1e-5, number(in: 1e-3...1e-2), number(in: 0.2...0.8)][count(in: 0...2)],
      groups: groups)
  }
}

extension NormalizationInput {
  /// The same about a large mean, in multiples of 2⁻⁶. Of four below 2¹⁶, or eight below 2¹⁵, sum and mean
  /// are exact in `float32`, too, in every order: else whoever computes them in `float64` would be more
  /// right than what is expected.
  fileprivate func far(from0 mean: Double) -> Self {
    var far = self
    let entries = x.scalars.map { ($0 * 64).rounded() / 64 + mean }
    far.x = Tensor(shape: x.shape, scalars: entries)
    far.epsilon = 1e-5
    return far
  }
}
