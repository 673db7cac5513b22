import Doorway
import Grading

private let sgd = OptimizerContract(.sgd, small: [Descent(learningRate: 0.5)])

let sgdChecks = [
  sgd.check(
    "05.sgd.step", steps: 6, points: 2,
    claim: "a step of SGD moves every parameter by -learningRate · gradient",
    hints: ["Downhill is against the gradient.", "Parameters are inout: change them in place."]
  ) { exam, optimizer, _ in
    Descent(learningRate: optimizer == 0 ? 0.03 : exam.number(in: 0.02...0.8))
  }
]

private let momentum = OptimizerContract(
  .momentum, keeps: "velocity", small: [Descent(learningRate: 0.5, momentum: 0.5)])

let momentumChecks = [
  momentum.check(
    "05.momentum.first", steps: 1, points: 2,
    claim: "the first step with momentum is a step of SGD: the velocity starts at 0",
    hints: [
      "Before the first call nobody knows the shapes: make the velocities when you see them."
    ]
  ) { exam, _, _ in
    Descent(learningRate: exam.number(in: 0.02...0.8), momentum: exam.number(in: 0.6...0.95))
  },

  momentum.check(
    "05.momentum.velocity", steps: 20, state: true, points: 3,
    claim: "the velocity is kept from step to step: v ← momentum · v - learningRate · dw",
    hints: [
      "What does velocities hold when update is called the second time?",
      "A struct's method may change its properties when it is mutating.",
    ]
  ) { _, _, _ in
    // The usual ones, from the first step to the last.
    Descent(learningRate: 0.1, momentum: 0.9)
  },

  momentum.check(
    "05.momentum.setting", steps: 5, points: 2,
    claim: "the momentum that is asked for is the one that is used",
    hints: ["Is there a 0.9 in your update?"]
  ) { exam, optimizer, _ in
    Descent(
      learningRate: exam.number(in: 0.02...0.8),
      momentum: [0, exam.number(in: 0.05...0.6), exam.number(in: 0.92...0.999)][optimizer % 3])
  },
]
