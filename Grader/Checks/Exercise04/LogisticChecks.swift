import Doorway
import Grading
import Tensors

private let sigmoid = FunctionContract(.logistic, small: SmallCases.matrices) { exam in
  exam.shapesOfAllKinds().map { exam.normal($0, deviation: 2) }
}

let logisticChecks = [
  sigmoid.check(
    "04.sigmoid.forward", points: 3,
    claim: "the sigmoid is 1 / (1 + e⁻ˣ), entry by entry, in whatever shape x has",
    hints: [
      "Operators and functions on tensors work entry by entry. Do you need a loop?",
      "What is the sigmoid of 0, by hand? And what does yours say?",
    ]),

  sigmoid.check(
    "04.sigmoid.extremes", points: 2,
    claim: "the sigmoid of -1000 is 0 and that of 1000 is 1: nothing overflows",
    hints: [
      "e¹⁰⁰⁰ is infinity to a computer. What is 1 / infinity, and what is infinity / infinity?"
    ],
    // What is rounded where p is 1 minus something, and no more.
    alone: true, small: [Tensor([[1000]]), Tensor([[-1000]])],
    tolerance: Tolerance(absolute: 1e-14, relative: 1e-9)
  ) { exam in
    let sizes = [20.0...40, 90...300, 711...800, 1000...1e6].map { exam.number(in: $0) }
    let entries: [Double] = sizes + sizes.map { -$0 } + [0, 1e-12, -1e-12]
    return [
      Tensor(entries.shuffled(using: &exam.generator)),
      Tensor(repeating: exam.number(in: -3...3), shape: [2, exam.count(in: 2...4)]),
    ]
  },
]
