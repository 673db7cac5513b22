import Doorway
import Grading
import Tensors

private let relativeError = FunctionContract(
  .relativeError,
  small: [
    ([2], [4], 0), ([-2], [2], 0), ([2], [1], 4), ([1, 4], [1, 2], 0), ([2, 0.5], [4, 1], 2),
  ].map { TensorPair(Tensor($0), Tensor($1), floor: $2) }
) { exam in
  let pairs = exam.shapesOfAllKinds().enumerated().map { i, shape in
    let a = exam.awayFromZero(shape)
    let b = a + [1, 1e-3, 0.1][i % 3] * exam.normal(shape)
    let floor = [0, exam.number(in: 2...4), 0, exam.number(in: 0.2...0.6)][i % 4]
    return i % 2 == 0 ? TensorPair(a, b, floor: floor) : TensorPair(b, a, floor: floor)
  }
  // What was a before is b now, and differs in one entry.
  let first = pairs[0].a
  var other = first.scalars
  other[0] *= 1.5
  return pairs + [TensorPair(Tensor(shape: first.shape, scalars: other), first)]
}

let relativeErrorChecks = [
  relativeError.check(
    "02.relativeError.entries", points: 4,
    claim: "the relative error is the largest |a - b| / max(|a|, |b|, floor) of all entries",
    hints: [
      "Each entry is divided by its own size, before the largest is looked for.",
      "max(x, y) and abs(x) take tensors, entry by entry; x.max() is the largest entry.",
    ]
  ) { exam in
    // Of all sizes, one so large that a sum of two is none; and many, of which the last is the worst.
    let many = exam.awayFromZero([1031])
    let last = Tensor((0..<1031).map { $0 == 1030 ? 0.5 : 1e-3 })
    return [1e-13, 1e-10, 1e150, 5e307].flatMap { size in
      let a = size * Tensor((0..<6).map { _ in exam.number(in: 2...3) })
      return [TensorPair(a, 1.1 * a), TensorPair(1.1 * a, a)]
    } + [TensorPair(Tensor([25]), Tensor([20])), TensorPair(Tensor([20]), Tensor([30]))] + [
      TensorPair(many, many + last * many), TensorPair(many + last * many, many, floor: 0.1),
    ]
  },

  relativeError.check(
    "02.relativeError.zeros", points: 2,
    claim: "two entries that are both 0 are 0 apart, and one that is 0 is 1 from one that is not",
    hints: ["0 / 0 is NaN to a computer. Which entries need no division at all?"], alone: true,
    small: [([0], [0]), ([0], [2]), ([0, 2], [0, 4])].map { TensorPair(Tensor($0), Tensor($1)) }
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
  let odd = [([.nan], [1]), ([1], [.nan]), ([.nan], [.nan]), ([.infinity], [1]), ([1, 1], [1])]
  try exam.offer(
    .relativeError,
    small: odd.map { (a: [Double], b: [Double]) in LayerRun([TensorPair(Tensor(a), Tensor(b))]) })
  let a = exam.awayFromZero([3, 3])
  var pairs: [(TensorPair, String)] = []
  for (entry, name) in [(Double.nan, "NaN"), (.infinity, "infinite"), (-.infinity, "infinite")] {
    for place in [0, exam.count(in: 1...7), 8] {
      var entries = a.scalars
      entries[place] = entry
      let broken = Tensor(shape: [3, 3], scalars: entries)
      // With others that are apart, too: what is no number is no number beside them.
      pairs += [
        (TensorPair(broken, a), "entry \(place) of a is \(name)"),
        (TensorPair(a, broken), "entry \(place) of b is \(name)"),
        (TensorPair(broken, 1.1 * a), "entry \(place) of a is \(name)"),
        (TensorPair(1.1 * a, broken), "entry \(place) of b is \(name)"),
        (TensorPair(broken, broken), "entry \(place) of both is \(name)"),
      ]
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
      of: [
        .signTurned, .lastEntry, .thousandth, .threeTenThousandths, .tinyDoubled, .halved,
        .transposed, .smallRowDoubled,
      ])
  },

  Check(
    "02.checker.upstream",
    claim:
      "upstream is drawn: a way back that is right for an upstream of ones only is found wrong",
    points: 4, uses: ["02.gradient.value", "02.relativeError.entries"],
    hints: [
      "The rows of a softmax add up to 1. So what is the gradient of their plain sum?",
      "Does your upstream have entries of both signs?",
    ]
  ) {
    try $0.expectVerdicts(
      of: [
        .withoutUpstream, .deadSoftmax, .absoluteUpstream, .signOfUpstream, .firstRowOfUpstream,
        .balanced, .turnedRound,
      ])
    try $0.expectDraws()
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
    try $0.expectVerdicts(
      of: [.oneNaN, .firstNaN, .oneInfinity, .flattened, .oneAxisMore, .summedUp])
  },
]

extension Examination {
  /// Shows the checker wrong layers, among right ones, in a drawn order.
  fileprivate func expectVerdicts(of wrong: [Suspect]) throws {
    let right = Suspect.allCases.filter(\.isRight)
    try offer(
      .checker,
      small: (wrong + right).map {
        CheckerRun([Suspicion($0, at: smallPlace(for: $0))], seed: seed)
      })
    let near = ([0, 1, 2].flatMap { _ in wrong + right } + right)
      .map { Suspicion($0, at: place(for: $0)) }
    // So few entries far out that rounding is small beside the floor.
    let far = Suspicion(.square, at: Tensor([[24, -22]]))
    let suspicions = (near + [far]).shuffled(using: &generator)
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

  /// Each layer is asked to go back with an upstream of its own, and where it was: what its forward
  /// returned at x is what its backward gets.
  fileprivate func expectDraws() throws {
    let suspects: [Suspect] = [.square, .square, .softmax, .softmax, .rowSums, .signTurned]
    let run = CheckerRun(suspects.map { Suspicion($0, at: place(for: $0, size: 5)) }, seed: seed)
    let trace = try ask(.checker, run)
    note(trace, of: .checker, run)
    try require([trace.upstreams.count, trace.next.count].allSatisfy { $0 == suspects.count })
    for (suspicion, upstream) in zip(run.suspicions, trace.upstreams) {
      try expect(
        upstream != nil,
        "\(suspicion.suspect.words), at x \(suspicion.x.shape), was never asked to go back with the "
          + "cache of x and an upstream in the shape of its output")
    }
    var fresh = SeededGenerator(seed: run.seed)
    try expect(
      Set(trace.next + [fresh.next()]).count == suspects.count + 1,
      "the generator has not moved on when a layer has been looked at")
    try expect(
      trace.upstreams[0] != trace.upstreams[1] && trace.upstreams[2] != trace.upstreams[3],
      "two layers, one after the other, were given the same upstream")
    try expect(
      try ask(.checker, run).upstreams == trace.upstreams,
      "a generator with the same seed gave another upstream the second time")
    let other = CheckerRun(run.suspicions, seed: seed &+ 1)
    try expect(
      try ask(.checker, other).upstreams.first != trace.upstreams[0],
      "a generator with another seed gave the same upstream")
  }

  /// The same everywhere, and as far from kinks as `place`.
  private func smallPlace(for suspect: Suspect) -> Tensor {
    let x = SmallCases.tensor(suspect == .rowSums ? [2, 3, 2] : [3, 3])
    let sizes = 0.5 + 0.25 * abs(x)
    return suspect == .absoluteUpstream ? sizes : sizes * sign(x)
  }

  /// Some entries, none of them near a kink or a slope of 0. Square: other shapes than that of x
  /// may fit in by broadcasting. Fewer where the loss is large: rounding is in proportion to it.
  private func place(for suspect: Suspect, size: Int? = nil) -> Tensor {
    let n = size ?? (suspect == .hundredCubes ? count(in: 3...4) : count(in: 5...7))
    let x = normal(suspect == .rowSums ? [n, 3, 2] : [n, n])
    let entries = x.scalars.map {
      let size = 0.5 + abs($0).truncatingRemainder(dividingBy: 1)
      // Whoever forgets the signs of upstream only is right about those of x.
      return $0 < 0 && suspect != .absoluteUpstream ? -size : size
    }
    return Tensor(shape: x.shape, scalars: entries)
  }
}
