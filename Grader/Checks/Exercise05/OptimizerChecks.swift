import Doorway
import Grading
import Tensors

let sgdChecks = [
  Check(
    "05.sgd.step",
    claim: "a step of SGD moves every parameter by -learningRate · gradient",
    points: 2,
    hints: ["Downhill is against the gradient.", "Parameters are inout: change them in place."]
  ) { exam in
    try exam.expectReference(.sgdSteps, of: exam.steps(1), exam.steps(3))
  }
]

let momentumChecks = [
  Check(
    "05.momentum.first",
    claim: "the first step with momentum is a step of SGD: the velocity starts at 0",
    points: 2,
    hints: [
      "Before the first call nobody knows the shapes: make the velocities when you see them."
    ]
  ) { exam in
    try exam.expectReference(.momentumSteps, of: exam.steps(1, momentum: 0.9))
  },

  Check(
    "05.momentum.velocity",
    claim: "the velocity is kept from step to step: v ← momentum · v - learningRate · dw",
    points: 3,
    hints: [
      "What does velocities hold when update is called the second time?",
      "A struct's method may change its properties when it is mutating.",
    ]
  ) { exam in
    try exam.expectReference(.momentumSteps, of: exam.steps(4, momentum: 0.9))
  },

  Check(
    "05.momentum.setting",
    claim: "the momentum that is asked for is the one that is used",
    points: 2,
    hints: ["Is there a 0.9 in your update?"]
  ) { exam in
    try exam.expectReference(
      .momentumSteps, of: exam.steps(3, momentum: 0.5), exam.steps(3, momentum: 0))
  },
]

extension Examination {
  /// Two parameters of different shapes, and gradients for a number of steps.
  fileprivate func steps(_ count: Int, momentum: Double = 0) -> Steps {
    Steps(
      learningRate: 0.1, momentum: momentum, parameters: [normal([2, 3]), normal([3])],
      gradients: (0..<count).map { _ in [normal([2, 3]), normal([3])] })
  }
}
