import Doorway
import Grading
import Tensors

private let leaky = LayerContract(
  .leakyReLU, small: SmallCases.matrices.map { ActivationInput($0, "slope", 0.5) }
) { exam in
  exam.shapesOfAllKinds().map { exam.leaky($0, slope: exam.number(in: 0.05...0.4)) }
}

let leakyReLUChecks = [
  leaky.check(
    "06.leakyReLU.forward", .outputs, points: 1,
    claim: "leaky ReLU keeps what is positive and multiplies the rest by the slope",
    hints: [
      "Take ReLU's forward: what stands now where 0 stood?",
      "replacing(with:where:) takes a tensor, too.",
    ]
  ) { exam in
    // Large enough for whoever clips, and small enough for whoever takes a little for nothing.
    [300, 2e-7].map {
      ActivationInput(exam.awayFromZero([3, 4]) * $0, "slope", exam.number(in: 0.05...0.4))
    }
  },

  leaky.check(
    "06.leakyReLU.gradient", .gradients(), points: 2,
    claim: "the gradient is upstream where x is positive, and slope · upstream elsewhere",
    hints: ["On each of its two sides leaky ReLU is a line. What is the slope of each?"]),

  leaky.check(
    "06.leakyReLU.slopes", .both, points: 1,
    claim: "the slope may be any number: below 0, 0, 1, or greater than 1",
    buildsOn: ["06.leakyReLU.forward"],
    hints: [
      "Which is greater, x or slope · x, if the slope is 3?",
      "If the slope is negative, what does the sign of y tell of the sign of x?",
    ], alone: true,
    small: [2, -0.5].flatMap { slope in
      [Tensor([[3]]), Tensor([[-3]])].map { ActivationInput($0, "slope", slope) }
    }
  ) { exam in
    [-0.3, -2, 1.5, 4, 0, 1].map {
      exam.leaky([3, exam.count(in: 2...4)], slope: $0 * ($0 == 1 ? 1 : exam.number(in: 1...1.3)))
    }
  },

  leaky.check(
    "06.leakyReLU.zero", .gradients(), points: 1,
    claim: "where x is exactly 0, the gradient is slope · upstream",
    hints: ["To which of its two sides does your comparison count 0?"], alone: true,
    small: [ActivationInput(Tensor([[0]]), "slope", 0.5)]
  ) { exam in
    let slopes = [exam.number(in: 0.1...0.5), exam.number(in: 2...3)]
    return [
      ActivationInput(
        Tensor([0, exam.number(in: 1...2), -0.0, exam.number(in: -2 ... -1)]), "slope", slopes[0]),
      ActivationInput(Tensor(zeros: [2, exam.count(in: 2...4)]), "slope", slopes[1]),
      ActivationInput(exam.awayFromZero([2, 4]) * 1e-9, "slope", slopes[0]),
    ]
  },
]

private let hyperbolicTangent = LayerContract(.hyperbolicTangent, small: SmallCases.matrices) {
  exam in
  exam.shapesOfAllKinds().map { exam.normal($0, deviation: 1.3) }
}

let tanhChecks = [
  hyperbolicTangent.check(
    "06.tanh.forward", .outputs, points: 1,
    claim: "the hyperbolic tangent is (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ), entry by entry",
    hints: [
      "Which functions of Foundation take a tensor, too? The table of the given page has them."
    ]
  ),

  hyperbolicTangent.check(
    "06.tanh.extremes", .both, points: 1,
    claim: "the hyperbolic tangent of ±1000 is ±1, with a gradient of 0",
    hints: ["What is e¹⁰⁰⁰ divided by e¹⁰⁰⁰ to a computer?"], alone: true,
    small: [Tensor([[1000]]), Tensor([[-1000]])]
  ) { exam in
    let sizes = [20.0...40, 300...400, 711...800, 1e4...1e6].map { exam.number(in: $0) }
    return [
      Tensor((sizes.flatMap { [$0, -$0] } + [0]).shuffled(using: &exam.generator)),
      Tensor(repeating: exam.number(in: -2 ... -1), shape: [2, 3]),
    ]
  },

  hyperbolicTangent.check(
    "06.tanh.gradient", .gradients(), points: 2,
    claim: "the way back through the hyperbolic tangent is upstream · (1 - y²)",
    hints: [
      "Differentiate the quotient: both terms of the numerator are squares.",
      "What did forward put into the cache: x or y?",
    ]),
]

private let maxout = LayerContract(
  .maxout,
  small: [([1, 1], 1), ([1, 2], 2), ([2, 2], 2), ([1, 4], 2), ([2, 4], 2)].map { shape, pieces in
    ActivationInput(SmallCases.tensor(shape), "pieces", Double(pieces))
  }
) { exam in
  let n = exam.counts(2, in: 2...5)
  return [(n[0], 3, 2), (n[1], 2, 3), (1, 3, 4), (3, 3, 3), (2, 1, 3), (4, 5, 1), (41, 2, 2)].map {
    exam.pieces(rows: $0.0, units: $0.1, pieces: $0.2)
  }
}

let maxoutChecks = [
  maxout.check(
    "06.maxout.forward", .outputs, points: 1,
    claim: "each unit is the greatest of its own k pieces, which stand side by side",
    hints: [
      "[N, M·k] and [N, M, k] hold the same numbers in the same order.",
      "max(along:) takes one axis away. Which one?",
    ]
  ) { exam in [ActivationInput(exam.normal([3, 4], deviation: 300) - 900, "pieces", 2)] },

  maxout.check(
    "06.maxout.gradient", .gradients(), points: 2,
    claim: "upstream goes back to the greatest piece of each unit, and 0 to the others",
    hints: [
      "If a piece that is not the greatest grows a little, what does y do?",
      "argmax(along:) finds the places, and Tensor(oneHot:count:) makes rows of them.",
    ]
  ) { exam in
    let high = exam.pieces(rows: 3, units: 2, pieces: 3)
    return [900.0, -900].map { ActivationInput(high.x + $0, "pieces", 3) }
  },

  maxout.check(
    "06.maxout.ties", .gradients(), points: 1,
    claim: "where several pieces are the greatest, the first of them has the whole gradient",
    hints: ["A comparison with the greatest finds all that are as great. How many are wanted?"],
    alone: true, small: [ActivationInput(Tensor([[3, 3]]), "pieces", 2)]
  ) { exam in
    let (a, b) = (exam.number(in: 1...2), exam.number(in: 3...4))
    return [
      ActivationInput(Tensor([[a, b, b, b, b, a], [b, b, b, -a, a, a]]), "pieces", 3),
      ActivationInput(Tensor(repeating: -b, shape: [2, 8]), "pieces", 4),
      ActivationInput(Tensor([[a, a, a, b]]), "pieces", 2),
      // As good as equal is not equal.
      ActivationInput(Tensor([[a, a + 1e-8, a - 1e-8, b, b - 1e-9, b]]), "pieces", 3),
    ]
  },
]

extension Examination {
  fileprivate func leaky(_ shape: [Int], slope: Double) -> ActivationInput {
    ActivationInput(awayFromZero(shape), "slope", slope)
  }

  /// Pieces of which no two of a unit are nearer than 0.1, of both signs, and in no order.
  fileprivate func pieces(rows: Int, units: Int, pieces: Int) -> ActivationInput {
    let entries = (0..<rows * units).flatMap { _ in
      let level = number(in: -2...1)
      return (0..<pieces).shuffled(using: &generator).map {
        level + 0.4 * Double($0) + number(in: 0...0.3)
      }
    }
    return ActivationInput(
      Tensor(shape: [rows, units * pieces], scalars: entries), "pieces", Double(pieces))
  }
}
