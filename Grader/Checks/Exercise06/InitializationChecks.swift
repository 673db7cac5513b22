import Doorway
import Grading
import Tensors

let startChecks = [
  Check(
    "06.initialization.constant",
    claim: "a constant fills the whole of the weights [inputs, outputs]",
    points: 1,
    hints: ["Which initialiser of Tensor repeats a number?"]
  ) { exam in
    let (a, b) = (exam.count(in: 2...4), exam.count(in: 5...7))
    try exam.expectReference(
      .initialWeights,
      of: NewWeights(
        [
          .init(.constant(0), inputs: a, outputs: b),
          .init(.constant(exam.number(in: 0.5...2)), inputs: b, outputs: a),
          .init(.constant(exam.number(in: -2 ... -0.5)), inputs: 1, outputs: a),
        ], seed: exam.seed))
  },

  Check(
    "06.initialization.deviations",
    claim: "weights are normal, with the deviations √(2 / (inputs + outputs)) and √(2 / inputs)",
    points: 3,
    hints: [
      "Tensor(normal:using:) has deviation 1. By what is it multiplied in each case?",
      "Xavier counts both sides, He the inputs alone. And the root?",
    ], examine: examineStarts),
]

/// However the numbers are drawn: their distribution, and that they are drawn anew.
private func examineStarts(_ exam: Examination) throws {
  let (few, many) = (exam.count(in: 18...25), exam.count(in: 60...80))
  let asked: [(String, Start06, Int, Int, Double)] = [
    (
      "normal", .normal(deviation: 0.003), few, many, 0.003
    ),
    ("Xavier", .xavier, few, many, (2 / Double(few + many)).squareRoot()),
    ("Xavier", .xavier, many, few, (2 / Double(few + many)).squareRoot()),
    ("He", .he, few, many, (2 / Double(few)).squareRoot()),
    ("He", .he, many, few, (2 / Double(many)).squareRoot()),
    ("normal", .normal(deviation: 2.5), many, few, 2.5),
    ("He", .he, many, few, (2 / Double(many)).squareRoot()),
  ]
  let layers = asked.map { NewWeights.Layer($0.1, inputs: $0.2, outputs: $0.3) }
  func make(_ question: NewWeights) throws -> [Tensor] {
    let answer = try exam.ask(.initialWeights, question)
    try exam.require(answer.tensors.count == question.layers.count)
    exam.note(answer, of: .initialWeights, question)
    return answer.tensors
  }
  let question = NewWeights(layers, seed: exam.seed)
  let made = try make(question)
  for (weights, (name, _, inputs, outputs, deviation)) in zip(made, asked) {
    try exam.expect(
      weights.shape == [inputs, outputs],
      "the weights have shape \(weights.shape), expected \([inputs, outputs])")
    try exam.expectNormal(
      weights, deviation: deviation,
      named: "the weights [\(inputs), \(outputs)] of the case \(name)")
  }
  try exam.expect(made[4] != made[6], "two layers from the same generator have the same weights")
  try exam.expect(
    try make(question) == made, "the same generator gave other weights the second time")
  try exam.expect(
    try make(NewWeights(layers, seed: exam.seed &+ 1))[4] != made[4],
    "another generator gave the same weights")
}

private let spread = FunctionContract(.unitSpread, small: smallNets(steps: [0])) {
  $0.netsToSpread(steps: 0...0)
}
private let spreads = FunctionContract(.unitSpreads, small: smallNets(steps: [0, 1, 2])) {
  $0.netsToSpread(steps: 1...5)
}

/// Of two hidden units.
private func smallNets(steps: [Int]) -> [SpreadInput] {
  let net = SmallCases.nets(.sigmoid)[2]
  return steps.map {
    SpreadInput(
      parameters: net.parameters, x: net.x, labels: net.labels, steps: $0, learningRate: 0.5)
  }
}

let unitChecks = [
  spread.check(
    "06.units.spread", points: 1,
    claim: "the spread is the greatest difference of a column of the first W from its column 0",
    hints: [
      "A column [D] is subtracted from [D, M] as a [D, 1].",
      "A difference may be negative, and still be the greatest.",
    ]
  ) { exam in [exam.net(units: 1, steps: 0)] },

  spreads.check(
    "06.units.spreads", points: 1,
    claim: "the spread is measured before the first step and after each step of SGD",
    uses: ["06.units.spread"],
    hints: [
      "A network is a value: var network = network, and you may train it.",
      "How many numbers are there after two steps?",
    ]
  ) { exam in
    // Units that are equal only as far as the first layer goes do not stay so.
    var equal = exam.net(units: 3, steps: 3)
    equal.parameters[0] = Tensor(
      repeating: exam.number(in: 0.2...0.8), shape: equal.parameters[0].shape)
    return [exam.net(units: 3, steps: 0), exam.net(units: 2, steps: 2, scale: 60), equal]
  },

  Check(
    "06.units.equal",
    claim: "units that begin equal stay equal, however long they are trained; others do not",
    points: 2, buildsOn: ["06.units.spread", "06.units.spreads", "06.initialization.constant"],
    hints: ["What does a hidden unit hear of the loss that its twin does not?"],
    examine: examineEqualUnits),
]

/// The submission's weights, in networks that the submission trains.
private func examineEqualUnits(_ exam: Examination) throws {
  let (n, d, units, classes) = (8, 3, exam.count(in: 3...5), 3)
  let x = exam.normal([n, d])
  let labels = exam.labels(n, classes: classes)
  let value = exam.number(in: 0.2...0.8)
  for start in [Start06.constant(0), .constant(value), .normal(deviation: 0.5)] {
    let weights = try exam.ask(
      .initialWeights,
      NewWeights(
        [
          .init(start, inputs: d, outputs: units), .init(.constant(0), inputs: 1, outputs: units),
          .init(start, inputs: units, outputs: classes),
        ], seed: exam.seed)
    ).tensors
    try exam.require(weights.map(\.shape) == [[d, units], [1, units], [units, classes]])
    let run = LayerRun([
      SpreadInput(
        parameters: [weights[0], weights[1].row(0), weights[2], Tensor(zeros: [classes])], x: x,
        labels: labels, steps: 25, learningRate: 0.5)
    ])
    let trace = try exam.ask(.unitSpreads, run)
    try exam.require(trace.outputs.count == 1)
    exam.note(trace, of: .unitSpreads, run)
    let seen = trace.outputs[0].scalars
    try exam.expect(seen.count == 26, "25 steps came to \(seen.count) numbers, expected 26")
    if case .constant = start {
      let farthest = seen.max() ?? 0
      try exam.expect(
        farthest <= 1e-9,
        "units that began with the same weights are \(farthest) apart, expected 0 to the end")
    } else {
      try exam.expect(
        seen.allSatisfy { $0 > 1e-3 } && seen[25] != seen[0],
        "units that began with normal weights are as equal in the end as twins")
    }
  }
}

private let deviations = FunctionContract(
  .signalDeviations,
  small: [([2, 1], [[1, 1]]), ([1, 2], [[2, 2]]), ([2, 1], [[1, 1], [1, 2]])].map { x, shapes in
    SignalInput(
      SmallCases.tensor(x),
      through: shapes.enumerated().map { SmallCases.tensor($1, from: 2 * $0 + 2) },
      activation: .relu)
  }
) { exam in
  let d = exam.counts(3, in: 2...6)
  let shapes = [
    [4, d[0], d[1], d[2]], [5, d[1], 3], [1, 3, d[0], 4], [3, 3, 3, 3, 3], [9, 2, 5],
  ]
  return shapes.enumerated().map { i, sizes in
    SignalInput(
      exam.normal([sizes[0], sizes[1]]),
      through: zip(sizes.dropFirst(), sizes.dropFirst(2)).map { exam.normal([$0, $1]) },
      activation: SignalInput.Activation.allCases[(i + 2) % 3])
  }
}

let signalChecks = [
  deviations.check(
    "06.signal.deviations", points: 2,
    claim: "behind each layer the deviation of the activated signal is measured",
    hints: [
      "What goes into the second layer: x, or what came out of the first?",
      "Is the mean taken away before you square?",
    ]
  ) { exam in
    // Large enough for whoever clips.
    [
      SignalInput(
        exam.normal([4, 3], deviation: 200), through: [exam.normal([3, 4]), exam.normal([4, 2])],
        activation: .relu)
    ]
  },

  Check(
    "06.signal.deep",
    claim: "through ten layers a signal dies with small weights, and lives with Xavier and with He",
    points: 2, buildsOn: ["06.signal.deviations", "06.initialization.deviations"],
    hints: [
      "Print the ten deviations. By which factor does each differ from the one before?"
    ], examine: examineDeepSignals),
]

/// Ten layers of 200 units. The bounds are six deviations of what chance does to ten layers.
private func examineDeepSignals(_ exam: Examination) throws {
  let x = exam.normal([50, 200])
  func lastToFirst(_ start: Start06, _ activation: SignalInput.Activation) throws -> Double {
    let question = DeepSignal(
      x, start: start, activation: activation, depth: 10, seed: exam.seed)
    let seen = try exam.ask(.deepSignal, question)
    exam.note(seen, of: .deepSignal, question)
    try exam.expect(seen.shape == [10], "ten layers gave \(seen.count) deviations")
    return seen[9] / seen[0]
  }
  let expectations: [(String, Start06, SignalInput.Activation, ClosedRange<Double>)] = [
    ("deviation 0.01 and tanh", .normal(deviation: 0.01), .tanh, 0...1e-6),
    ("Xavier and tanh", .xavier, .tanh, 0.2...1),
    ("Xavier and ReLU", .xavier, .relu, 0.005...0.2),
    ("He and ReLU", .he, .relu, 0.2...5),
  ]
  for (name, start, activation, range) in expectations {
    let ratio = try lastToFirst(start, activation)
    try exam.expect(
      range.contains(ratio),
      "with \(name) the deviation behind layer 10 is \(ratio) times that behind layer 1, expected "
        + "\(range.lowerBound) to \(range.upperBound)")
  }
}

extension Examination {
  fileprivate func netsToSpread(steps: ClosedRange<Int>) -> [SpreadInput] {
    [2, 4, 3, 2].map { net(units: $0, steps: count(in: steps)) }
  }

  /// - Parameter scale: By how much inputs are larger, and the weights that meet them smaller.
  fileprivate func net(units: Int, steps: Int, scale: Double = 1) -> SpreadInput {
    let (n, d, classes) = (count(in: 3...5), count(in: 2...4), count(in: 2...4))
    return SpreadInput(
      parameters: [
        normal([d, units], deviation: 1 / scale), normal([units]), normal([units, classes]),
        normal([classes]),
      ], x: normal([n, d], deviation: scale), labels: labels(n, classes: classes), steps: steps,
      learningRate: number(in: 0.5...2))
  }
}
