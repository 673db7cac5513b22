import Doorway
import Grading
import Tensors

private let stopping = FunctionContract(
  .earlyStopping,
  small: [([2], 1), ([2, 1], 1), ([1, 2], 1), ([1, 2, 2], 2), ([2, 3, 1, 2], 2)].map {
    StoppingInput(patience: $1, losses: $0)
  }
) { exam in
  [1, 2, 3, 5].map { patience in
    StoppingInput(patience: patience, losses: exam.losses(count: 20))
  }
}

let stoppingChecks = [
  stopping.check(
    "06.stopping.patience", points: 2,
    claim: "it is over when `patience` epochs in a row have made no progress",
    hints: [
      "Which epoch made progress last, and how many have there been since?",
      "With patience 2: progress, none, none, over.",
    ]
  ) { exam in
    let a = exam.number(in: 1...2)
    return [
      StoppingInput(patience: 3, losses: [a, a + 1, a + 2, a - 1, a, a + 1, a - 2, a, a, a]),
      StoppingInput(patience: 2, losses: [a, a, a, a]),
      StoppingInput(patience: 10, losses: [a, a + 1, a - 0.5]),
    ]
  },

  stopping.check(
    "06.stopping.progress", points: 2,
    claim:
      "progress is to be below the best by more than `minimumProgress`, and only it moves the best",
    buildsOn: ["06.stopping.patience"],
    hints: [
      "A loss that is lower by a little is no progress. Does it become the best?",
      "Lower by exactly `minimumProgress`: is that more?",
    ], alone: true,
    small: [[2, 1.75], [2, 1.5], [2, 1], [2, 1.75, 1.25]].map {
      StoppingInput(patience: 2, minimumProgress: 0.5, losses: $0)
    }
  ) { exam in
    let least = exam.number(in: 0.2...0.4)
    let creeping = (0..<12).map { 5 - 0.3 * least * Double($0) + exam.number(in: 0...0.01) }
    return [
      StoppingInput(patience: 2, minimumProgress: 0.25, losses: [2, 1.75, 1.5, 1.25, 1, 0.75]),
      StoppingInput(patience: 4, minimumProgress: least, losses: creeping),
      StoppingInput(patience: 3, minimumProgress: least, losses: creeping),
      StoppingInput(patience: 3, minimumProgress: least, losses: exam.losses(count: 20)),
      StoppingInput(patience: 2, minimumProgress: 0, losses: [-1, -2, -2, -1.5, -3]),
      // A loss that rises by less is none.
      StoppingInput(
        patience: 2, minimumProgress: least, losses: [0, 0.3, 0.5, 0.6].map { 2 + least * $0 }),
    ]
  },

  stopping.check(
    "06.stopping.notNumbers", points: 1,
    claim: "a loss that is infinite or NaN ends the training at once, and is never the best",
    buildsOn: ["06.stopping.patience"],
    hints: ["Every comparison with NaN is false. What does that make of your condition?"],
    alone: true,
    small: [[1, .nan], [.nan], [1, .infinity]].map { StoppingInput(patience: 2, losses: $0) }
  ) { exam in
    let a = exam.number(in: 1...2)
    return [
      StoppingInput(patience: 3, losses: [a, a + 1, .nan, a - 1, a]),
      StoppingInput(patience: 3, losses: [.nan, a, a]),
      StoppingInput(patience: 3, losses: [a, a - 0.5, .infinity, a]),
      StoppingInput(patience: 3, losses: [a, -.infinity, a]),
    ]
  },
]

let rangeChecks = [
  Check(
    "06.range.draws",
    claim: "log, float, integer and item draw evenly: by magnitude, by value, by number, by place",
    points: 2,
    hints: [
      "Of 0.001 … 1 a third of all draws should fall below 0.01.",
      "Draw the logarithm evenly. And then?",
      "Both ends of a range of integers can be drawn.",
    ], examine: examineRanges)
]

/// Each range is cut into parts of which all are as likely, and each has to get its share.
private func examineRanges(_ exam: Examination) throws {
  let n = 900
  let low = exam.number(in: 1e-5...1e-3)
  let (first, count) = (exam.count(in: -3...3), 6)
  let list = (0..<6).map { _ in exam.number(in: -5...5) }
  let ranges: [(name: String, Range06, part: @Sendable (Double) -> Double)] = [
    ("log", .log(low, low * 4096), { log2($0 / low) / 2 }),
    ("float", .float(-1.5, 4.5), { $0 + 1.5 }),
    ("integer", .integer(first, first + count - 1), { $0 - Double(first) }),
    ("item", .item(list), { value in Double(list.firstIndex(of: value) ?? -1) }),
  ]
  let question = RangeDraws(ranges.map(\.1), count: n, seed: exam.seed)
  func draw(_ question: RangeDraws) throws -> RangeTrace {
    let seen = try exam.ask(.rangeDraws, question)
    try exam.require(
      seen.rows.count == question.ranges.count
        && seen.rows.allSatisfy { $0.count == question.count })
    exam.note(seen, of: .rangeDraws, question)
    return seen
  }
  let seen = try draw(question)
  for (row, (name, _, part)) in zip(seen.rows, ranges) {
    for value in row.scalars {
      let isWhole = name != "integer" || value == value.rounded()
      try exam.expect(
        (-1e-9...6 + 1e-9).contains(part(value)) && isWhole,
        "a draw of the case \(name) is \(value), which its range does not hold")
    }
    let parts = row.scalars.map { min(5, max(0, Int(part($0)))) }
    for each in 0..<6 {
      try exam.expectAbout(
        parts.count { $0 == each }, of: n, 1.0 / 6,
        "draws of the case \(name) lie in part \(each + 1) of 6 of its range")
    }
    let again = zip(parts, parts.dropFirst()).count { $0 == $1 }
    try exam.expectAbout(
      again, of: n, 1.0 / 6, "draws of the case \(name) lie in the same part as the one before")
  }
  var other = question
  other.seed &+= 1
  func numbers(_ trace: RangeTrace) -> [[Double]] { trace.rows.map(\.scalars) }
  try exam.expect(
    try numbers(draw(question)) == numbers(seen),
    "the same generator gave other draws the second time")
  let others = try numbers(draw(other))
  for (i, range) in ranges.enumerated() {
    try exam.expect(
      others[i] != numbers(seen)[i],
      "another generator gave the same draws of the case \(range.name)")
  }
}

extension Examination {
  /// Losses that fall with some noise, and rise in the end.
  fileprivate func losses(count: Int) -> [Double] {
    (0..<count).map { abs(Double($0) - 8) * 0.3 + number(in: 0...1.2) }
  }
}

/// Without Foundation: the power of two that x is.
private func log2(_ x: Double) -> Double { Tensors.log2(Tensor(x)).scalar }
