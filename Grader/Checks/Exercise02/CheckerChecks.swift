import Doorway
import Grading
import Tensors

private let relativeError = FunctionContract(.relativeError) { exam in
  exam.shapesOfAllKinds().enumerated().map { i, shape in
    let a = exam.awayFromZero(shape)
    let b = a + [1, 1e-3, 0.1][i % 3] * exam.normal(shape)
    let floor = [0, exam.number(in: 2...4), 0, exam.number(in: 0.2...0.6)][i % 4]
    return i % 2 == 0 ? TensorPair(a, b, floor: floor) : TensorPair(b, a, floor: floor)
  }
}

let relativeErrorChecks = [
  relativeError.check(
    "02.relativeError.entries", points: 4,
    claim: "the relative error is the largest |a - b| / max(|a|, |b|, floor) of all entries",
    hints: [
      "Each entry is divided by its own size, before the largest is looked for.",
      "max(x, y) and abs(x) take tensors, entry by entry; x.max() is the largest entry.",
    ]),

  relativeError.check(
    "02.relativeError.zeros", points: 2,
    claim: "two entries that are both 0 are 0 apart, and one that is 0 is 1 from one that is not",
    hints: ["0 / 0 is NaN to a computer. Which entries need no division at all?"], alone: true
  ) { exam in
    let a = exam.awayFromZero([3, 4])
    let mask = Tensor([[1, 0, 1, 0], [0, 0, 1, 1], [1, 1, 0, 0]])
    return [
      TensorPair(Tensor(zeros: [2, 3]), Tensor(zeros: [2, 3])),
      TensorPair(a * mask, a * mask * exam.number(in: 1.1...1.4)),
      TensorPair(a * mask, a), TensorPair(a, a),
      TensorPair(Tensor(zeros: [4]), Tensor([0, 0, exam.number(in: -2 ... -1), -0.0])),
      TensorPair(a * mask, a * mask, floor: exam.number(in: 0.1...1)),
    ]
  },

  Check(
    "02.relativeError.notNumbers",
    claim: "the relative error is infinite where an entry is no number, or the shapes differ",
    points: 3,
    hints: [
      "Every comparison with NaN is false. So what becomes of 'if error > largest'?",
      "Tensors of different shapes may broadcast, and give a number. When do you look at the shapes?",
    ], examine: examineNotNumbers),
]

private func examineNotNumbers(_ exam: Examination) throws {
  let a = exam.awayFromZero([3, 3])
  var pairs: [(TensorPair, String)] = []
  for (entry, name) in [(Double.nan, "NaN"), (.infinity, "infinite"), (-.infinity, "infinite")] {
    for place in [0, exam.count(in: 1...7), 8] {
      var entries = a.scalars
      entries[place] = entry
      let broken = Tensor(shape: [3, 3], scalars: entries)
      let whose = ["of a", "of b", "of both"][place % 3]
      let (left, right) = [(broken, a), (a, broken), (broken, broken)][place % 3]
      pairs.append((TensorPair(left, right), "entry \(place) \(whose) is \(name)"))
    }
  }
  for shape in [[9], [1, 3, 3], [3], [3, 1], [1]] {
    let b = Tensor(repeating: a[0, 0], shape: shape)
    pairs.append((TensorPair(a, b, floor: 1), "a is [3, 3] and b is \(shape)"))
    pairs.append((TensorPair(b, a), "a is \(shape) and b is [3, 3]"))
  }
  let run = LayerRun(pairs.map(\.0) + [TensorPair(a, a + 0.1 * a)])
  let seen = try exam.ask(.relativeError, run)
  try exam.require(seen.outputs.count == run.inputs.count)
  exam.note(seen, of: .relativeError, run)
  for ((_, words), error) in zip(pairs, seen.outputs) {
    try exam.expect(
      error == .infinity,
      "where \(words), the relative error is \(Sentences.number(error)), expected infinity")
  }
  let last = seen.outputs[pairs.count]
  try exam.expect(
    abs(last - 0.1 / 1.1) < 1e-9,
    "where b is 1.1 · a, the relative error is \(Sentences.number(last)), expected 0.0909091")
}

let checkerChecks = [
  Check(
    "02.checker.accepts",
    claim: "layers whose way back is right are found right, whatever their size and shape is",
    points: 3, uses: ["02.gradient.value", "02.relativeError.entries"],
    hints: [
      "L is one number: the sum over all outputs of upstream · output. Is yours?",
      "A layer may have fewer outputs than inputs. Which shape has upstream?",
    ]
  ) { try $0.expectVerdicts(of: [.signTurned]) },

  Check(
    "02.checker.rejects",
    claim: "a way back is found wrong even if one entry of it is, or all are wrong by a thousandth",
    points: 5, uses: ["02.gradient.value", "02.relativeError.entries"],
    hints: [
      "A mean over all entries hides a single one.",
      "A gradient of size 1e-5 that is twice too large is off by 1e-5 only. Against its size?",
    ]
  ) {
    try $0.expectVerdicts(
      of: [.signTurned, .lastEntry, .thousandth, .tinyDoubled, .halved, .transposed])
  },

  Check(
    "02.checker.upstream",
    claim: "a way back that is right for an upstream of ones only is found wrong",
    points: 4, uses: ["02.gradient.value", "02.relativeError.entries"],
    hints: [
      "The rows of a softmax add up to 1. So what is the gradient of their plain sum?",
      "Does your upstream have entries of both signs?",
    ]
  ) {
    try $0.expectVerdicts(
      of: [.withoutUpstream, .deadSoftmax, .absoluteUpstream, .balanced, .turnedRound])
  },

  Check(
    "02.checker.noGradients",
    claim: "what is NaN, infinite or of another shape than x is found wrong",
    points: 3, uses: ["02.relativeError.notNumbers"],
    hints: [
      "'error > limit' is false for NaN, and so is 'error < limit'. Which of them do you ask?",
      "A gradient [N] and one [N, N] can be subtracted. Are they the same?",
    ]
  ) {
    try $0.expectVerdicts(of: [.oneNaN, .oneInfinity, .flattened, .oneAxisMore, .summedUp])
  },
]

extension Examination {
  /// Shows the checker wrong layers, among right ones, in a drawn order.
  fileprivate func expectVerdicts(of wrong: [Suspect]) throws {
    let right = Suspect.allCases.filter(\.isRight)
    let suspicions = ([0, 1, 2].flatMap { _ in wrong + right } + right)
      .map { Suspicion($0, at: place(for: $0)) }.shuffled(using: &generator)
    let run = CheckerRun(suspicions, seed: seed)
    let trace = try ask(.checker, run)
    try require(trace.accepted.count == suspicions.count)
    note(trace, of: .checker, run)
    for (suspicion, isAccepted) in zip(suspicions, trace.accepted) {
      let (suspect, shape) = (suspicion.suspect, suspicion.x.shape)
      try expect(
        isAccepted == suspect.isRight,
        suspect.isRight
          ? "\(suspect.words), at x \(shape), is found wrong; its way back is right"
          : "\(suspect.words), at x \(shape), is found right")
    }
  }

  /// Some entries, none of them near a kink or a slope of 0. Square: other shapes than that of x
  /// may fit in by broadcasting. Fewer where the loss is large: rounding is in proportion to it.
  private func place(for suspect: Suspect) -> Tensor {
    let n = suspect == .hundredCubes ? count(in: 3...4) : count(in: 5...7)
    let x = normal(suspect == .rowSums ? [n, 3, 2] : [n, n])
    let entries = x.scalars.map {
      let size = 0.5 + abs($0).truncatingRemainder(dividingBy: 1)
      // Whoever forgets the signs of upstream only is right about those of x.
      return $0 < 0 && suspect != .absoluteUpstream ? -size : size
    }
    return Tensor(shape: x.shape, scalars: entries)
  }
}

extension Suspect {
  /// The layer, as a sentence may begin.
  fileprivate var words: String {
    switch self {
    case .square: "the layer x²"
    case .hundredCubes: "the layer 100 · x³"
    case .tinySine: "the layer 0.00001 · sin x"
    case .softmax: "the softmax of the rows"
    case .product: "the product with a fixed square matrix"
    case .rowSums: "the sum along the last axis"
    case .stopped: "the layer max(x, 0)"
    case .signTurned: "x² with a way back of the wrong sign"
    case .lastEntry: "x² with a way back whose last entry is half again too large"
    case .thousandth: "x² with a way back that is too large by a thousandth"
    case .tinyDoubled: "0.00001 · sin x with a way back twice too large"
    case .halved: "x² with a way back that forgets the 2"
    case .transposed:
      "the product with a square matrix, with one on the way back that is not transposed"
    case .withoutUpstream: "x² with a way back that forgets upstream"
    case .deadSoftmax: "the softmax of the rows with a way back of zeros"
    case .absoluteUpstream:
      "x², at places above 0, with a way back that forgets the signs of upstream"
    case .balanced:
      "x² with a way back whose first entry is 1 too large and whose last is 1 too small"
    case .turnedRound: "x² with a way back whose entries stand in the reverse order"
    case .oneNaN: "x² with a way back in which one entry is NaN"
    case .oneInfinity: "x² with a way back in which one entry is infinite"
    case .flattened: "x² with a way back in one row"
    case .oneAxisMore: "x² with a way back with an axis too many"
    case .summedUp: "the sum along the last axis with a way back in the shape of the sums"
    }
  }
}
