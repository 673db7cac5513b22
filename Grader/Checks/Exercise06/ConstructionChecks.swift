import Doorway
import Grading
import Tensors

let sigmoidSumChecks = [
  Check(
    "06.sum.errors",
    claim: "the sum of sigmoids follows any curve, and twice the units miss it by half as much",
    points: 3,
    hints: [
      "Each unit adds the rise of the curve over one part of the range. When should it step in?",
      "sigmoid(s · (x - t)) = sigmoid(s · x - s · t): which of the two is the bias?",
      "If the parts become narrower, what must the steepness do?",
    ], examine: examineSigmoidSum)
]

/// Any way of building such a network is right, if the errors are small and fall.
private func examineSigmoidSum(_ exam: Examination) throws {
  for curve in exam.curves() {
    var errors: [Double] = []
    for units in [8, 16, 32, 64] {
      var question = curve
      question.units = units
      let net = try exam.ask(.sigmoidSum, question)
      exam.note(net, of: .sigmoidSum, question)
      try exam.expectLayers(net, [1, units, 1])
      let outputs = BuiltNet.outputs(of: net.parameters.tensors, at: curve.x) { 1 / (1 + exp(-$0)) }
      try exam.expectOwn(net, outputs, "sigmoid")
      let wanted = curve.x.scalars.map { curve.value(at: $0) }
      let misses = zip(outputs.scalars, wanted).map { abs($0 - $1) }
      let step = (curve.end - curve.start) / Double(units)
      // A stair at the wrong end of its part is off by the whole rise of the part, two units a stair
      // by that of two.
      let bound = 2.5 * step * curve.steepest
      let worst = misses.max() ?? 0
      try exam.expect(
        worst <= bound,
        "with \(units) units the network is off by \(worst) somewhere, expected at most \(bound)")
      errors.append(misses.reduce(0, +) / Double(misses.count))
    }
    try exam.expect(
      zip(errors, errors.dropFirst()).allSatisfy { $1 < 0.85 * $0 } && errors[3] < errors[0] / 4,
      "with 8, 16, 32 and 64 units the mean errors are \(errors): they do not halve each time")
  }
}

let parityChecks = [
  Check(
    "06.parity.shallow",
    claim: "one hidden layer knows the parity of n bits by heart: a unit for each odd pattern",
    points: 3,
    hints: [
      "Weights of 1 where the pattern has a 1, and of -1 where it has a 0: which x gives most?",
      "The bias must leave 1 of that, and nothing of the next best.",
    ]
  ) { exam in
    for bits in [1, 2, 3, 5, 8] {
      let (net, hidden) = try exam.parityNet(.shallowParity, bits)
      let units = 1 << (bits - 1)
      try exam.expect(
        hidden == [units],
        "for \(bits) bits the hidden layers have \(hidden) units, expected [\(units)]")
      let patterns = ParityInput(bits: bits).patterns
      let first = patterns.matmul(net[0]) + net[1]
      for unit in 0..<units {
        let awake = (0..<patterns.shape[0]).count { first[$0, unit] > 1e-9 }
        try exam.expect(
          awake == 1,
          "for \(bits) bits hidden unit \(unit) is above 0 for \(awake) patterns, expected 1")
      }
    }
  },

  Check(
    "06.parity.deep",
    claim: "a deep network does the same with at most 3 hidden units for each bit",
    points: 3,
    hints: [
      "a + b - 2 · max(a + b - 1, 0): which values has it for two bits a and b?",
      "The second affine layer of one round and the first of the next are one.",
      "What does ReLU do to a bit that just has to go on?",
    ]
  ) { exam in
    for bits in [1, 2, 3, 4, 7, 8, 9] {
      let (_, hidden) = try exam.parityNet(.deepParity, bits)
      try exam.expect(
        hidden.reduce(0, +) <= 3 * bits,
        "for \(bits) bits the hidden layers have \(hidden) units, more than \(3 * bits) in all")
      try exam.expect(
        hidden.count > 1 || bits < 4,
        "for \(bits) bits there is \(hidden.count) hidden layer, expected several")
    }
  },
]

extension Examination {
  /// Returns the parameters of a network that gives the parity of `bits` bits, and its hidden sizes.
  fileprivate func parityNet(
    _ question: Question<ParityInput, BuiltNet>, _ bits: Int
  ) throws -> (parameters: [Tensor], hidden: [Int]) {
    let input = ParityInput(bits: bits)
    let net = try ask(question, input)
    note(net, of: question, input)
    let parameters = net.parameters.tensors
    let sizes = [bits] + stride(from: 1, to: parameters.count, by: 2).map { parameters[$0].count }
    try expect(sizes.count > 1, "the network has no layers")
    try expectLayers(net, sizes)
    try expect(sizes[sizes.count - 1] == 1, "the network has \(sizes[sizes.count - 1]) outputs")
    let outputs = BuiltNet.outputs(of: parameters, at: input.patterns) { max($0, 0) }
    try expectOwn(net, outputs, "ReLU")
    for p in 0..<1 << bits {
      let parity = Double(p.nonzeroBitCount % 2)
      try expect(
        abs(outputs[p, 0] - parity) < 1e-9,
        "for the bits \(input.patterns.row(p).scalars.map { Int($0) }) the network gives "
          + "\(outputs[p, 0]), expected \(parity)")
    }
    return (parameters, Array(sizes.dropFirst().dropLast()))
  }

  fileprivate func expectLayers(_ net: BuiltNet, _ sizes: [Int]) throws {
    let shapes = zip(sizes, sizes.dropFirst()).flatMap { [[$0, $1], [$1]] }
    let seen = net.parameters.tensors.map(\.shape)
    try expect(seen == shapes, "the parameters have the shapes \(seen), expected \(shapes)")
  }

  /// Expects of the network itself what its weights give with the right activation.
  fileprivate func expectOwn(_ net: BuiltNet, _ outputs: Tensor, _ activation: String) throws {
    try expect(
      net.outputs.shape == outputs.shape && abs(net.outputs - outputs).max() < 1e-9,
      "between its layers the network has another activation than \(activation)")
  }

  /// Curves that rise, fall and wave, over ranges at both sides of 0.
  fileprivate func curves() -> [Curve06] {
    let ranges = [(-1.0, 1.0), (0, number(in: 2...3)), (number(in: -8 ... -7), -4)]
    return ranges.map { start, end in
      let length = end - start
      return Curve06(
        slope: number(in: -1...1) / length, offset: number(in: -3...3),
        waves: [1.0, 2].map {
          Curve06.Wave(
            height: number(in: 0.5...1.5), frequency: 3 * $0 / length, phase: number(in: 0...6))
        }, from: start, to: end, units: 0,
        x: Tensor(linearlySpacedFrom: start, through: end, shape: [301, 1]))
    }
  }
}

extension BuiltNet {
  fileprivate static func outputs(
    of parameters: [Tensor], at x: Tensor, activation: (Tensor) -> Tensor
  ) -> Tensor {
    stride(from: 0, to: parameters.count, by: 2).reduce(x) { signal, i in
      let sums = signal.matmul(parameters[i]) + parameters[i + 1]
      return i + 2 < parameters.count ? activation(sums) : sums
    }
  }
}
