import Doorway
import Grading
import Tensors

private let nesterov = OptimizerContract(
  .nesterov, small: [OptimizerSettings06(learningRate: 0.5, momentum: 0.5)])

let nesterovChecks = [
  nesterov.check(
    "06.nesterov.first", steps: 1, points: 1,
    claim: "the first step is 1 + momentum times that of SGD",
    hints: ["At first v is 0. What is it when the second line is reached?"]
  ) { exam, _, _ in
    OptimizerSettings06(
      learningRate: exam.number(in: 0.02...0.8), momentum: exam.number(in: 0.5...0.95))
  },

  nesterov.check(
    "06.nesterov.steps", steps: 15, points: 1,
    claim: "w moves by momentum · v - learningRate · dw, with the new v, at every step",
    hints: ["Print v and w of two steps with gradient 1, and compare with the handout's table."]
  ) { exam, optimizer, _ in
    OptimizerSettings06(
      learningRate: exam.number(in: 0.02...0.8),
      momentum: [0.9, exam.number(in: 0.05...0.6), 0, exam.number(in: 0.92...0.99)][optimizer])
  },
]

private let adagrad = OptimizerContract(
  .adagrad, small: [OptimizerSettings06(learningRate: 0.5, epsilon: 0.5)])

let adagradChecks = [
  adagrad.check(
    "06.adagrad.steps", steps: 15, points: 1,
    claim: "each entry is divided by the root of the sum of all its squared gradients",
    hints: [
      "The sum begins at 0, and the square of the very first gradient is in it already.",
      "All entry by entry: no sum over a tensor is needed.",
    ], also: { _, run in run.dimSome() }
  ) { exam, _, _ in OptimizerSettings06(learningRate: exam.number(in: 0.02...0.8)) },

  adagrad.check(
    "06.adagrad.epsilon", steps: 4, points: 1,
    claim: "epsilon is added to the root, and an entry whose gradients are all 0 stays",
    hints: ["√(s + ε) and √s + ε are not the same. Which of them does the formula have?"],
    also: { _, run in run.silenceFirst() }
  ) { exam, _, _ in
    OptimizerSettings06(
      learningRate: exam.number(in: 0.02...0.8), epsilon: exam.number(in: 0.1...2))
  },
]

private let rmsProp = OptimizerContract(
  .rmsProp, small: [OptimizerSettings06(learningRate: 0.5, decay: 0.75, epsilon: 0.5)])

let rmsPropChecks = [
  rmsProp.check(
    "06.rmsProp.steps", steps: 15, points: 1,
    claim: "each entry is divided by the root of the running mean of its squared gradients",
    hints: [
      "decay is what is kept of the old mean. What is the share of the new square?",
      "The mean begins at 0, and nothing corrects for that.",
    ], also: { _, run in run.dimSome() }
  ) { exam, optimizer, _ in
    OptimizerSettings06(
      learningRate: exam.number(in: 0.02...0.3),
      decay: [0.9, exam.number(in: 0.2...0.8), 0.99, exam.number(in: 0.6...0.95)][optimizer])
  },

  rmsProp.check(
    "06.rmsProp.epsilon", steps: 4, points: 1,
    claim: "epsilon is added to the root, and an entry whose gradients are all 0 stays",
    hints: ["√(s + ε) and √s + ε are not the same. Which of them does the formula have?"],
    also: { _, run in run.silenceFirst() }
  ) { exam, _, _ in
    OptimizerSettings06(
      learningRate: exam.number(in: 0.02...0.3), decay: exam.number(in: 0.5...0.95),
      epsilon: exam.number(in: 0.1...2))
  },
]

private let adam = OptimizerContract(
  .adam, small: [OptimizerSettings06(learningRate: 0.5, beta1: 0.5, beta2: 0.75, epsilon: 0.5)])

let adamChecks = [
  adam.check(
    "06.adam.first", steps: 1, points: 1,
    claim: "the first step of Adam is learningRate long in every entry, whatever the gradient is",
    hints: [
      "After one step m is (1 - beta1) · dw. What is it divided by to be dw?",
      "The first step has t = 1, not 0.",
    ]
  ) { exam, _, _ in
    OptimizerSettings06(
      learningRate: exam.number(in: 0.02...0.8), beta1: exam.number(in: 0.6...0.95),
      beta2: exam.number(in: 0.9...0.999))
  },

  adam.check(
    "06.adam.steps", steps: 60, points: 2,
    claim: "Adam's means are kept as they are, and corrected anew at every step",
    hints: [
      "m̂ is used, m is kept. Is it m that you update at the next step?",
      "At which step do 1 - beta1ᵗ and 1 - beta2ᵗ come near 1?",
    ], also: { _, run in run.dimSome() }
  ) { exam, _, _ in
    OptimizerSettings06(learningRate: exam.number(in: 0.001...0.2), beta1: 0.9, beta2: 0.999)
  },

  adam.check(
    "06.adam.settings", steps: 6, points: 2,
    claim: "beta1 goes with the gradient, beta2 with its square, and epsilon beside the root of v̂",
    hints: [
      "Is there a number in your update that should be a setting?",
      "epsilon is added after the correction, and after the root.",
    ], also: { _, run in run.silenceFirst() }
  ) { exam, optimizer, _ in
    let (beta1, beta2) = exam.betas(optimizer)
    return OptimizerSettings06(
      learningRate: exam.number(in: 0.02...0.8), beta1: beta1, beta2: beta2,
      epsilon: exam.number(in: 0.05...2))
  },
]

private let adamW = OptimizerContract(
  .adamW,
  small: [
    OptimizerSettings06(learningRate: 0.5, beta1: 0.5, beta2: 0.75, epsilon: 0.5, weightDecay: 0.25)
  ])

let adamWChecks = [
  adamW.check(
    "06.adamW.first", steps: 1, points: 1,
    claim: "the decay takes learningRate · weightDecay · w from every w, and nothing else",
    hints: ["The decay is an addend of the step. By what is it multiplied?"],
    // The first step of Adam is the sign of the gradient, which the decay would seldom change.
    also: { _, run in run.silenceFirst() }
  ) { exam, _, _ in
    OptimizerSettings06(
      learningRate: exam.number(in: 0.02...0.8), beta1: exam.number(in: 0.6...0.95),
      beta2: exam.number(in: 0.9...0.999), weightDecay: exam.number(in: 0.1...0.5))
  },

  adamW.check(
    "06.adamW.steps", steps: 15, points: 3,
    claim: "the decay has no part in m and v, and is that of w before the step",
    hints: [
      "What do m and v hear of the decay, if you add it to the gradient?",
      "Which w is multiplied by weightDecay: the one before the step, or the one after?",
    ], also: { _, run in run.silenceFirst() }
  ) { exam, optimizer, _ in
    let (beta1, beta2) = exam.betas(optimizer)
    return OptimizerSettings06(
      learningRate: exam.number(in: 0.02...0.8), beta1: beta1, beta2: beta2,
      epsilon: exam.number(in: 0.05...2),
      weightDecay: optimizer == 2 ? 0 : exam.number(in: 0.1...0.5))
  },
]

private let lamb = OptimizerContract(
  .lamb,
  small: [
    OptimizerSettings06(learningRate: 0.5, beta1: 0.5, beta2: 0.75, epsilon: 0.5, weightDecay: 0.25)
  ])

let lambChecks = [
  lamb.check(
    "06.lamb.steps", steps: 12, points: 3,
    claim: "each tensor moves by learningRate · ‖w‖, in the direction of its own r",
    hints: [
      "r holds the decay. Is ‖r‖ taken of all of it?",
      "A norm for each tensor: how many has a network of two layers?",
    ], also: { _, run in run.lengthenSome() }
  ) { exam, optimizer, _ in
    let (beta1, beta2) = exam.betas(optimizer)
    return OptimizerSettings06(
      learningRate: exam.number(in: 0.02...0.3), beta1: beta1, beta2: beta2,
      epsilon: exam.number(in: 0.05...1),
      weightDecay: optimizer.isMultiple(of: 2) ? exam.number(in: 0.05...0.4) : 0)
  },

  lamb.check(
    "06.lamb.zero", steps: 4, points: 2,
    claim: "where ‖w‖ or ‖r‖ is 0, the ratio is 1: zeros begin to move, and nothing is NaN",
    buildsOn: ["06.lamb.steps"],
    hints: [
      "A bias begins at 0. How far does learningRate · ‖w‖ move it?",
      "0 divided by 0 is NaN. When is ‖r‖ equal to 0?",
    ], also: { _, run in run.zeroSome() }
  ) { exam, optimizer, _ in
    let (beta1, beta2) = exam.betas(optimizer)
    return OptimizerSettings06(
      learningRate: exam.number(in: 0.02...0.3), beta1: beta1, beta2: beta2,
      epsilon: exam.number(in: 0.05...1),
      weightDecay: optimizer == 1 ? 0 : exam.number(in: 0.05...0.4))
  },
]
