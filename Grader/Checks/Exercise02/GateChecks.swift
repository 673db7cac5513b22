import Doorway
import Grading
import Tensors

/// What a gate says to the four inputs 00, 01, 10 and 11.
private struct Gate {
  let name: String
  let table: [Bool]

  static let all = [
    Gate(name: "OR", table: [false, true, true, true]),
    Gate(name: "AND", table: [false, false, false, true]),
    Gate(name: "NAND", table: [true, true, true, false]),
  ]
}

private let corners: [[Double]] = [[0, 0], [0, 1], [1, 0], [1, 1]]
private let xorTable = [false, true, true, false]

let gateChecks = [
  Check(
    "02.gates.units",
    claim: "one linear unit each is OR, AND and NAND",
    points: 2,
    hints: [
      "OR says no to 00 alone. Which bias makes the score of 00 negative, and leaves the others above 0?",
      "NAND is AND turned round. What turns a score round?",
    ]
  ) { try $0.expectGates(off: 0) },

  Check(
    "02.gates.margins",
    claim: "the three gates are right even where inputs are off by a tenth",
    points: 1, buildsOn: ["02.gates.units"],
    hints: ["How far from your line are the four points? Can it be moved to the middle?"]
  ) { try $0.expectGates(off: 0.1) },

  Check(
    "02.gates.refuted",
    claim: "for every linear unit there are inputs at which it is not XOR",
    points: 2,
    hints: [
      "There are four inputs to try. Whoever says something else than XOR is refuted there.",
      "A unit's score of 00 and of 11 add up to the same as those of 01 and of 10. So what?",
    ], examine: examineRefutations),

  Check(
    "02.gates.xor",
    claim: "two layers of linear units are XOR",
    points: 2,
    hints: [
      "Either, but not both: that is three gates.",
      "The output unit sees what the hidden units say, 1 or 0. Which gate is it?",
    ]
  ) { exam in
    let units = try exam.ask(.gates, .xor).units
    exam.note(GateUnits(units), of: .gates, .xor)
    let (hidden, output) = (units.dropLast(), units[max(0, units.count - 1)...])
    try exam.require(!output.isEmpty)
    try exam.expect(!hidden.isEmpty, "there is no hidden unit")
    for unit in hidden { try exam.expectUnit(unit, inputs: 2, "a hidden unit") }
    try exam.expectUnit(units[units.count - 1], inputs: hidden.count, "the output unit")
    for (inputs, truth) in zip(corners, xorTable) {
      let said = hidden.map { $0.score(inputs) > 0 ? 1.0 : 0 }
      try exam.expect(
        (units[units.count - 1].score(said) > 0) == truth,
        "to the inputs \(inputs) the two layers say \(truth ? "no" : "yes"), and XOR says "
          + (truth ? "yes" : "no"))
    }
  },
]

private func examineRefutations(_ exam: Examination) throws {
  func unit(_ a: Double, _ b: Double, _ bias: Double) -> UnitNumbers {
    let scale = exam.number(in: 0.5...3)
    return UnitNumbers(weights: [a * scale, b * scale], bias: bias * scale)
  }
  func little() -> Double { exam.number(in: -0.3...0.3) }
  // Each of the first four is wrong at one place only, and each at another.
  let units =
    ([
      unit(1, 1, -0.5), unit(-1, -1, 1.5), unit(1.1, -1, -0.5), unit(-1, 1.1, -0.5),
      unit(1, 1, -1.5), unit(-1, -1, 0.5), unit(0, 0, 1), unit(0, 0, -1), unit(0, 0, 0),
    ]
    // Scores of exactly 0, and scores near 0.
    + [unit(1, 1, -1), unit(1, -1, 0), unit(-1, 1, 0), unit(-1, -1, 1)]
    + [1e-9, 1e9].map { UnitNumbers(weights: [$0, $0], bias: -0.5 * $0) }
    + (0..<12).map { _ in unit(1 + little(), 1 + little(), -0.5 + little()) }
    + (0..<12).map { _ in unit(little() * 9, little() * 9, little() * 5) })
    .shuffled(using: &exam.generator)
  // One after the other: such as differ in the bias alone, or in a weight.
  let neighbours = [(1, -2.5), (1, 0.5), (1, -2.5), (1, -0.5), (-1.1, -0.5), (1, -0.5)].map {
    UnitNumbers(weights: [1, $0.0], bias: $0.1)
  }
  let claimants = Claimants(units + neighbours)
  let seen = try exam.ask(.refutations, claimants)
  try exam.require(seen.inputs.count == claimants.units.count)
  exam.note(seen, of: .refutations, claimants)
  for (unit, inputs) in zip(claimants.units, seen.inputs) {
    guard let place = corners.firstIndex(of: inputs) else {
      try exam.expect(false, "the inputs \(inputs) are not two of 0 and 1")
      return
    }
    let says = unit.score(inputs) > 0
    try exam.expect(
      says != xorTable[place],
      "the unit with weights \(unit.weights) and bias \(unit.bias) says \(says ? "yes" : "no") to "
        + "\(inputs), and so does XOR: that refutes nothing")
  }
}

extension Examination {
  fileprivate func expectGates(off: Double) throws {
    let units = try ask(.gates, .orAndNand)
    try require(units.units.count == 3)
    note(units, of: .gates, .orAndNand)
    let moves = off == 0 ? [[0, 0]] : corners.map { $0.map { (2 * $0 - 1) * off } }
    for (unit, gate) in zip(units.units, Gate.all) {
      try expectUnit(unit, inputs: 2, gate.name)
      for (corner, truth) in zip(corners, gate.table) {
        for move in moves {
          let inputs = zip(corner, move).map { $0 + $1 }
          let score = unit.score(inputs)
          try expect(
            (score > 0) == truth,
            "the score of \(gate.name) for the inputs \(inputs) is \(Sentences.number(score)), expected "
              + (truth ? "one above 0" : "none above 0"))
        }
      }
    }
  }

  fileprivate func expectUnit(_ unit: UnitNumbers, inputs: Int, _ name: String) throws {
    try expect(
      unit.weights.count == inputs,
      "\(name) has \(unit.weights.count) weights, expected one for each of \(inputs) inputs")
    try expect(
      (unit.weights + [unit.bias]).allSatisfy(\.isFinite), "\(name) has a weight that is no number")
  }
}

extension UnitNumbers {
  fileprivate func score(_ inputs: [Double]) -> Double {
    zip(weights, inputs).reduce(bias) { $0 + $1.0 * $1.1 }
  }
}
