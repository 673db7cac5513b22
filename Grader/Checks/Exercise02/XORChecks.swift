import Doorway
import Grading
import Tensors

private let net = LayerContract(
  .xorLoss, forward: "XORNet.loss", backward: "the gradients of XORNet.loss",
  small: smallNets(steps: [0])
) { exam in
  let n = exam.counts(3, in: 2...5)
  return [
    (4, 2, n[0]), (1, 2, n[1]), (n[2], 3, 1), (3, 3, 3), (n[0], 1, n[1]), (exam.prime(), 2, 2),
  ]
  .map { exam.net(samples: $0.0, inputs: $0.1, hidden: $0.2) }
}

/// One unit that sees one input, one that sees two, two units, and two samples.
private func smallNets(steps: [Int]) -> [XORInput] {
  steps.flatMap { steps in
    [(1, 1, 1), (1, 2, 1), (1, 1, 2), (2, 1, 1)].map { samples, inputs, hidden in
      XORInput(
        parameters: [[inputs, hidden], [hidden], [hidden, 1], [1]].enumerated().map {
          0.5 * SmallCases.tensor($1, from: 3 * $0)
        },
        x: SmallCases.tensor([samples, inputs]), targets: SmallCases.tensor([samples, 1], from: 2),
        learningRate: 0.5, steps: steps)
    }
  }
}

private let training = FunctionContract(.xorTraining, small: smallNets(steps: [1, 2])) {
  exam in
  [(4, 2, 3, 3), (1, 2, 2, 1), (3, 3, 3, 5), (5, 1, 4, 2), (4, 2, 2, 0)].map {
    samples, inputs, hidden, steps in
    var input = exam.net(samples: samples, inputs: inputs, hidden: hidden)
    input.learningRate = exam.number(in: 0.02...0.1)
    input.steps = steps
    return input
  }
}

let xorChecks = [
  net.check(
    "02.xorNet.loss", .outputs, points: 1,
    claim: "the loss is the mean of the squared distances between outputs and targets",
    hints: ["output(_:) is given. Is yours a mean over all N samples?"]
  ) { $0.unusualNets() },

  net.check(
    "02.xorNet.gradient", .gradients(), points: 3,
    claim: "the gradient of the loss is right at both layers' weights and biases",
    uses: ["02.xorNet.loss", "02.product.matrices"],
    hints: [
      "Name each step: sums, h, y, miss. On the way back each has one line.",
      "The slope of tanh is 1 - tanh². Which of your names is tanh already?",
      "A bias serves all N samples: how do N slopes come together?",
    ]
  ) { $0.unusualNets() },

  training.check(
    "02.xorNet.train", points: 2,
    claim: "a step moves all four parameters, each against its own gradient at the same place",
    uses: ["02.xorNet.gradient"],
    hints: [
      "How often is loss called in a step? After the first parameter has moved, the slopes are others.",
      "The loss that is told is that before the step.",
    ]
  ) { exam in
    var wide = exam.wideNet()
    wide.targets = exam.normal([5, 1], deviation: 50)
    (wide.learningRate, wide.steps) = (1e-4, 3)
    // One that is right already, one that is nearly, and one whose steps are so long that it climbs.
    return [wide]
      + [0, 0.01, 1].map { distance in
        var input = exam.net(samples: 4, inputs: 2, hidden: 3)
        if distance < 1 { input.targets = input.output.settled + distance * exam.normal([4, 1]) }
        input.learningRate = distance < 1 ? 0.1 : 2
        input.steps = 4
        return input
      }
  },

  Check(
    "02.xorNet.learns",
    claim: "a new network learns XOR by gradient descent, from wherever it starts",
    points: 2, buildsOn: ["02.xorNet.gradient", "02.xorNet.train"],
    hints: ["Every part has passed its own check. Print the losses: do they fall?"],
    examine: examineLesson),
]

/// Three new networks; what they say is decided here.
private func examineLesson(_ exam: Examination) throws {
  for i in 0..<3 {
    var lesson = XORLesson(hidden: 8, learningRate: 0.1, steps: 2000, seed: exam.seed &+ UInt64(i))
    let trained = try exam.ask(.xorLesson, lesson)
    let shapes = [[2, 8], [8], [8, 1], [1]]
    try exam.require(trained.parameters.count == shapes.count)
    try exam.expect(
      trained.losses.count == lesson.steps,
      "\(trained.losses.count) losses came back of \(lesson.steps) steps")
    try exam.expect(
      trained.parameters.map(\.shape) == shapes,
      "the parameters have the shapes \(trained.parameters.map(\.shape)), expected \(shapes)")
    let x = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
    let (w1, b1) = (trained.parameters[0], trained.parameters[1])
    let (w2, b2) = (trained.parameters[2], trained.parameters[3])
    let y = (tanh(x.matmul(w1) + b1).matmul(w2) + b2).scalars
    let isXOR = zip(y, [0.0, 1, 1, 0]).allSatisfy { abs($0 - $1) < 0.25 }
    let steps = lesson.steps
    lesson.steps = 10
    try exam.expectFigure(
      isXOR, after: .xorLesson, lesson, tellingBy: lesson,
      "after \(steps) steps the outputs for 00, 01, 10 and 11 are "
        + "\(y.map(Sentences.number).joined(separator: ", ")), expected 0, 1, 1, 0")
  }
}

extension Examination {
  fileprivate func net(samples: Int, inputs: Int, hidden: Int) -> XORInput {
    XORInput(
      parameters: [
        normal([inputs, hidden]), normal([hidden]), normal([hidden, 1]), normal([1]),
      ],
      x: normal([samples, inputs]), targets: normal([samples, 1]))
  }

  /// Targets far away, and hidden units at which tanh is nearly flat.
  fileprivate func unusualNets() -> [XORInput] {
    var (far, flat) = (net(samples: 3, inputs: 2, hidden: 4), net(samples: 4, inputs: 2, hidden: 3))
    far.targets = normal([3, 1], deviation: 50)
    flat.x = normal([4, 2], deviation: 9)
    return [far, flat, wideNet()]
  }

  /// Inputs far from 0, and weights that bring them back.
  fileprivate func wideNet() -> XORInput {
    var wide = net(samples: 5, inputs: 3, hidden: 2)
    wide.x = normal([5, 3], deviation: 40)
    wide.parameters[0] = normal([3, 2], deviation: 0.02)
    return wide
  }
}

extension XORInput {
  /// What comes out of the network.
  fileprivate var output: Tensor {
    let hidden = tanh(x.matmul(parameters[0]) + parameters[1])
    return hidden.matmul(parameters[2]) + parameters[3]
  }
}
