import Doorway
import Grading
import Tensors

private let sigmoid = LayerContract(.sigmoid, small: SmallCases.matrices) { exam in
  exam.shapesOfAllKinds().map { exam.normal($0, deviation: 2) }
}

let sigmoidChecks = [
  sigmoid.check(
    "05.sigmoid.forward", .outputs, points: 3,
    claim: "the sigmoid is 1 / (1 + e⁻ˣ), entry by entry, in whatever shape x has",
    hints: [
      "Operators and functions on tensors work entry by entry. Do you need a loop?",
      "Which functions of Foundation does the formula name? They take tensors, too.",
    ]),

  sigmoid.check(
    "05.sigmoid.extremes", .outputs, points: 2,
    claim: "the sigmoid of -1000 is 0 and that of 1000 is 1: nothing overflows",
    hints: [
      "e¹⁰⁰⁰ is infinity to a computer. What is 1 / infinity, and what is infinity / infinity?"
    ], alone: true, small: [Tensor([[1000]]), Tensor([[-1000]])]
  ) { $0.extremes() },

  sigmoid.check(
    "05.sigmoid.gradient", .gradients(), points: 3,
    claim: "the way back through the sigmoid is upstream times the sigmoid's slope",
    hints: [
      "Write e⁻ˣ as 1/y - 1, and the derivative of y by x becomes short.",
      "What did forward put into the cache: x or y?",
    ]
  ) { $0.extremes() },
]

private let relu = LayerContract(.relu, small: SmallCases.matrices) { exam in
  exam.shapesOfAllKinds().map { exam.awayFromZero($0) }
}

let reluChecks = [
  relu.check(
    "05.relu.forward", .outputs, points: 3,
    claim: "ReLU keeps what is positive and puts 0 in the place of the rest",
    hints: [
      "What should become of the negative entries, and what of the others?",
      "Functions of two numbers take a tensor and a number, too.",
    ]
  ) { $0.extremes() },

  relu.check(
    "05.relu.gradient", .gradients(), points: 3,
    claim: "the gradient of ReLU is upstream where x is positive, and 0 where it is negative",
    hints: [
      "Which tensor decides where the gradient passes: x, or upstream?",
      "A comparison such as x .> 1 is a mask. Which functions of Tensor take one?",
    ]
  ) { $0.extremes(zeros: false) },

  relu.check(
    "05.relu.zero", .gradients(), points: 1,
    claim: "where the input is exactly 0, the gradient of ReLU is 0",
    hints: ["Is 0 among the inputs that your mask stops?"], alone: true, small: [Tensor([[0]])]
  ) { exam in
    [
      Tensor([0, exam.number(in: 0.1...0.5), -0.0, exam.number(in: -0.5 ... -0.1)]),
      Tensor(zeros: [2, exam.count(in: 2...4)]), exam.awayFromZero([3]) * Tensor([0, 1, 0]),
    ]
  },
]

extension Examination {
  /// Entries of all sizes and both signs, mixed; and a tensor in which all are equal.
  ///
  /// - Parameter zeros: Whether 0, of either sign, and the smallest number are among them.
  fileprivate func extremes(zeros: Bool = true) -> [Tensor] {
    let sizes = [14.0...19, 20...40, 90...300, 700...709, 711...800, 1000...1e6].map {
      number(in: $0)
    }
    let small = zeros ? [0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude] : []
    let tiny = [1e-4...1e-3, 1e-12...1e-9].map { number(in: $0) }
    let entries = (sizes + tiny).flatMap { [$0, -$0] } + small
    let equal = (zeros ? 1 : -1) * number(in: 0.5...3)
    return [
      Tensor(entries.shuffled(using: &generator)),
      Tensor(repeating: equal, shape: [2, count(in: 2...4)]),
    ]
  }
}
