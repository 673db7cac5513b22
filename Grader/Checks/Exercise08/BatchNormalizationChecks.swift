import Doorway
import Grading
import Tensors

private let batchNorm = LayerContract(.batchNormalization, small: smallBatches) { exam in
  let (n, d) = (exam.counts(3, in: 3...6), exam.counts(2, in: 2...5))
  return [
    exam.batches([[n[0], d[0]]]), exam.batches([[d[1], d[1]]]), exam.batches([[n[1], 1]]),
    exam.batches([[n[1], d[0]], [n[2], d[0]]]), exam.batches([[exam.prime(), 2]]),
    exam.batches([[2, 3], [2, 3], [5, 3]]),
  ]
}

/// One feature, and two; at last the same samples in testing.
private let smallBatches = [([2, 1], Mode08.training), ([3, 2], .training), ([2, 1], .testing)].map
{
  shape, mode in
  BatchNormalizationInput(
    [SmallCases.tensor(shape)], modes: [mode], scale: SmallCases.tensor([shape[1]], from: 4),
    shift: SmallCases.tensor([shape[1]], from: 3), runningMean: Tensor(ones: [shape[1]]),
    runningVariance: Tensor(repeating: 2, shape: [shape[1]]), decay: 0.75, epsilon: 0.25)
}

private let remembered = FunctionContract(
  .remembered,
  small: [1, 2].map { d in
    RememberInput(
      runningMean: SmallCases.tensor([d]), runningVariance: Tensor(ones: [d]),
      mean: SmallCases.tensor([d], from: 3), variance: Tensor(repeating: 3, shape: [d]),
      decay: 0.75)
  }
) { exam in
  [1, 2, 3, exam.count(in: 4...6)].enumerated().map { i, d in
    RememberInput(
      runningMean: exam.normal([d]), runningVariance: exam.variance(d), mean: exam.normal([d]),
      variance: exam.variance(d), decay: [0.9, exam.number(in: 0.05...0.4), 0.99, 0.5][i])
  }
}

private let running = FunctionContract(.runningValues, small: smallBatches) { exam in
  let (n, d) = (exam.counts(3, in: 2...6), exam.count(in: 2...4))
  return [
    exam.batches([[n[0], d]]), exam.batches([[n[1], d], [n[2], d], [2, d]]),
    exam.batches([[exam.prime(), 1], [3, 1]]),
    exam.batches([[4, d], [n[1], d], [3, d]], modes: [.training, .testing, .training]),
    exam.batches([[n[0], d], [n[1], d]]).new, exam.batches([[1, d], [n[2], d]]).new,
  ]
}

let batchNormalizationChecks = [
  remembered.check(
    "08.batchNorm.remember", points: 1,
    claim: "decay is the share of the old running values that is kept",
    hints: [
      "With a decay of 0.9, how much of the new value comes in?",
      "Both running values are moved in the same way. Is there a root in either?",
    ]
  ) { exam in
    [
      RememberInput(
        runningMean: 60 * exam.normal([3]), runningVariance: 40 * exam.variance(3),
        mean: 60 * exam.normal([3]), variance: 40 * exam.variance(3), decay: 0.5)
    ]
  },

  batchNorm.check(
    "08.batchNorm.training", .outputs, points: 4,
    claim:
      "in training, each feature has mean 0 and variance 1 over the batch, then scale and shift",
    hints: [
      "x is [N, D]: along which axis lie the N values of one feature?",
      "epsilon is added to the variance, under the root.",
    ]
  ) { exam in
    // A feature that never varies, and one that varies as little as epsilon.
    var still = exam.batches([[4, 3]])
    still.batches[0] = Tensor(shape: [4, 3], scalars: (0..<12).map { [2, -3, 0.5][$0 % 3] })
    var small = exam.batches([[5, 2]])
    small.batches[0] *= 1e-3
    // One sample far from all others, further than any bound.
    var lonely = exam.batches([[40, 2]])
    lonely.batches[0].add(exam.number(in: 500...900), at: [7, 7], along: 0)
    return [still, small, lonely]
  },

  running.check(
    "08.batchNorm.running", points: 4,
    claim:
      "each batch of training moves the running mean and variance; the variance is divided by N",
    buildsOn: ["08.batchNorm.remember"],
    hints: [
      "Which variance do you remember: with epsilon or without, of x or of x̂?",
      "Does a second batch start from what the first has left?",
    ]),

  batchNorm.check(
    "08.batchNorm.testing", .outputs, points: 3,
    claim: "in testing, the running values stand in the place of the batch's, and do not move",
    buildsOn: ["08.batchNorm.training"], uses: ["08.batchNorm.running"],
    hints: [
      "A single sample has to come out the same alone as among others.",
      "Does a batch in testing leave anything behind?",
    ], alone: true
  ) { exam in
    let d = exam.count(in: 2...4)
    // What is tested may be nothing like what was learnt from, and what was learnt from may hardly vary.
    var far = exam.batches([[5, d]], modes: [.testing])
    far.batches[0] = far.batches[0] * exam.number(in: 50...90)
    var narrow = exam.batches([[3, d]], modes: [.testing])
    narrow.runningVariance = narrow.runningVariance * 1e-3
    return [
      exam.batches([[5, d]], modes: [.testing]), far, narrow,
      exam.batches([[1, d]], modes: [.testing]), exam.batches([[3, d]], modes: [.testing]).new,
      exam.batches([[4, d], [3, d]], modes: [.training, .testing]),
      exam.batches(
        [[3, d], [4, d], [2, d], [3, d]], modes: [.testing, .testing, .training, .testing]),
    ]
  },

  batchNorm.check(
    "08.batchNorm.single", .both, points: 2,
    claim: "one sample in training gives shift, with running values and gradients that are numbers",
    buildsOn: ["08.batchNorm.training"],
    hints: [
      "x - mean is 0 here. Is there anything in your formula that divides by N - 1, or by 0?"
    ],
    alone: true
  ) { exam in
    [
      exam.batches([[1, 3]]), exam.batches([[1, 1]]),
      exam.batches([[1, 2], [1, 2]], modes: [.training, .testing]),
    ]
  },

  Check(
    "08.batchNorm.large",
    claim: "a large mean does not spoil the variance, not even in float32",
    points: 2, buildsOn: ["08.batchNorm.training"],
    hints: [
      "The mean of the squares less the square of the mean: how many digits are left of 10⁸?"
    ], examine: examineLargeMean),

  batchNorm.check(
    "08.batchNorm.gradient-parameters", .gradients(named: "the gradient at the s"), points: 1,
    claim: "the gradient at shift is the sum of upstream, that at scale the sum of upstream · x̂",
    hints: ["One scale serves N samples. How do their gradients come together?"]),

  batchNorm.check(
    "08.batchNorm.gradient", .gradients(named: "the gradient at x"), points: 4,
    claim: "the gradient at x goes also through the mean and the variance of the batch",
    hints: [
      "If all entries of a feature grow by the same, y does not change. So what is the sum of its gradients?",
      "And if they are all doubled? Then Σ x̂ · gradient has to be 0, but for epsilon.",
    ]
  ) { exam in
    var small = exam.batches([[5, 2]])
    small.batches[0] *= 0.05
    return [small]
  },

  batchNorm.check(
    "08.batchNorm.gradient-testing", .gradients(), points: 1,
    claim: "of a pass in testing, the running values are numbers through which nothing comes back",
    buildsOn: ["08.batchNorm.gradient"],
    hints: ["In testing, y is a line in x. What is its slope?"], alone: true
  ) { exam in
    [
      exam.batches([[4, 3]], modes: [.testing]), exam.batches([[1, 2]], modes: [.testing]),
      exam.batches([[4, 2], [3, 2]], modes: [.training, .testing]),
      exam.batches([[4, 2], [3, 2]], modes: [.testing, .training]),
    ]
  },
]

/// What comes out in `float32` has three digits here, whoever adds: as many as there are in x.
private func examineLargeMean(_ exam: Examination) throws {
  let n = 64
  var input = exam.batches([[n, 3]])
  input.batches[0] = (exam.normal([n, 3]) + exam.number(in: 8e3...1.2e4)).converted(to: .float32)
  (input.scale, input.shift) = (Tensor(ones: [3]), Tensor(zeros: [3]))
  input.epsilon = 1e-5
  let run = LayerRun([input])
  let y = try exam.ask(.batchNormalization, run).outputs[0].tensors[0].converted(to: .float64)
  exam.note(
    try exam.ask(.batchNormalization, run), of: .batchNormalization, run,
    Tolerance(absolute: 0.02, relative: 0.02))
  try exam.expect(y.shape == [n, 3], "y has shape \(y.shape), expected \([n, 3])")
  for j in 0..<3 {
    let column = Tensor((0..<n).map { y[$0, j] })
    let deviation = ((column - column.mean()) * (column - column.mean())).mean().squareRoot()
    try exam.expect(
      abs(deviation - 1) < 0.02 && abs(column.mean()) < 0.02,
      "a feature of mean 10⁴ and deviation 1 comes out with mean \(short(column.mean())) and "
        + "deviation \(short(deviation))")
  }
}

extension Examination {
  /// Batches of the given shapes, all in training unless `modes` says otherwise.
  func batches(_ shapes: [[Int]], modes: [Mode08]? = nil) -> BatchNormalizationInput {
    let d = shapes[0][1]
    return BatchNormalizationInput(
      shapes.map {
        number(in: 0.5...3) * varying(rows: $0[1], of: $0[0]).transposed() + number(in: -2...2)
      },
      modes: modes ?? shapes.map { _ in .training }, scale: awayFromZero([d]), shift: normal([d]),
      runningMean: normal([d]), runningVariance: variance(d), decay: number(in: 0.1...0.95),
      epsilon: [1e-5, number(in: 1e-3...1e-2), number(in: 0.2...0.8)][count(in: 0...2)])
  }

  func variance(_ d: Int) -> Tensor { Tensor((0..<d).map { _ in number(in: 0.3...4) }) }
}

extension BatchNormalizationInput {
  /// The same for a layer that has seen nothing yet.
  fileprivate var new: Self {
    var new = self
    new.runningMean = Tensor(zerosLike: runningMean)
    new.runningVariance = Tensor(onesLike: runningVariance)
    return new
  }
}
