import Doorway
import Grading
import Tensors

let sigmoidChecks = [
  Check(
    "05.sigmoid.forward",
    claim: "the sigmoid is 1 / (1 + e⁻ˣ), entry by entry, in whatever shape x has",
    points: 3,
    hints: [
      "Operators and functions on tensors work entry by entry. Do you need a loop?",
      "Which functions of Foundation does the formula name? They take tensors, too.",
    ]
  ) { exam in
    try exam.expectReference(
      .sigmoidForward, of: exam.normal([3, 4]), exam.normal([2, 3, 2]), exam.normal([1]))
  },

  Check(
    "05.sigmoid.extremes",
    claim: "the sigmoid of -1000 is 0 and that of 1000 is 1: nothing overflows",
    points: 2,
    hints: [
      "e¹⁰⁰⁰ is infinity to a computer. What is 1 / infinity, and what is infinity / infinity?"
    ]
  ) { exam in
    try exam.expectReference(.sigmoidForward, of: Tensor([-1000, -50, 0, 50, 1000]))
  },

  Check(
    "05.sigmoid.gradient",
    claim: "the way back through the sigmoid is upstream times the sigmoid's slope",
    points: 3,
    hints: [
      "Write e⁻ˣ as 1/y - 1, and the derivative of y by x becomes short.",
      "What did forward put into the cache: x or y?",
    ]
  ) { exam in
    for shape in [[3, 4], [1, 2, 3]] {
      try exam.expectGradients(
        .sigmoidBackward, of: .sigmoidForward, at: exam.normal(shape), along: [\.self])
    }
  },
]

let reluChecks = [
  Check(
    "05.relu.forward",
    claim: "ReLU keeps what is positive and puts 0 in the place of the rest",
    points: 3,
    hints: [
      "What should become of the negative entries, and what of the others?",
      "Functions of two numbers take a tensor and a number, too.",
    ]
  ) { exam in
    try exam.expectReference(
      .reluForward, of: exam.normal([3, 4]), exam.normal([2, 3, 2]), Tensor([-1000, 0, 1000]))
  },

  Check(
    "05.relu.gradient",
    claim: "the gradient of ReLU is upstream where x is positive, and 0 where it is negative",
    points: 3,
    hints: [
      "Which tensor decides where the gradient passes: x, or upstream?",
      "A comparison such as x .> 1 is a mask. Which functions of Tensor take one?",
    ]
  ) { exam in
    for shape in [[3, 4], [1, 2, 3]] {
      try exam.expectGradients(
        .reluBackward, of: .reluForward, at: exam.awayFromZero(shape), along: [\.self])
    }
  },

  Check(
    "05.relu.zero",
    claim: "where the input is exactly 0, the gradient of ReLU is 0",
    points: 1,
    hints: ["Is 0 among the inputs that your mask stops?"]
  ) { exam in
    try exam.expectReference(
      .reluBackward, of: WayBack(Tensor([-1, 0, 1]), upstream: Tensor([2, 3, 4])))
  },
]
