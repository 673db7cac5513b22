import Doorway
import Grading
import Tensors

private let dropout = LayerContract(
  .dropout,
  small: SmallCases.matrices.map { DropoutInput($0, probability: 0.5, mode: .testing, seed: 1) }
) { exam in
  exam.shapesOfAllKinds().map {
    DropoutInput(
      exam.normal($0), probability: exam.number(in: 0.1...0.9), mode: .testing, seed: exam.seed)
  }
}

let dropoutChecks = [
  dropout.check(
    "08.dropout.testing", .both, points: 2,
    claim: "in testing, dropout lets x through as it is, and upstream on the way back",
    hints: [
      "Which of the two modes draws at all?",
      "What does backward multiply upstream by, if nothing was dropped?",
    ]
  ) { exam in [DropoutInput(exam.normal([3, 4]), probability: 1, mode: .testing, seed: exam.seed)]
  },

  Check(
    "08.dropout.kept",
    claim: "in training, each entry is either 0 or x / (1 - p)",
    points: 3,
    hints: [
      "If half of the entries are dropped, how large must the others be for the same mean?",
      "Is p the share that is dropped, or the share that stays?",
    ], examine: examineKept),

  Check(
    "08.dropout.share",
    claim: "a share p of the entries is dropped, each by a draw of its own, and anew at every call",
    points: 2, buildsOn: ["08.dropout.kept"],
    hints: [
      "Which shape has your mask? One number a row drops whole samples.",
      "The same generator is handed in again for the next batch. Does it draw other numbers?",
    ], examine: examineShares),

  Check(
    "08.dropout.gradient",
    claim: "the way back multiplies upstream by the mask of its own pass",
    points: 3, buildsOn: ["08.dropout.kept"],
    hints: [
      "An entry that was dropped does not change the loss. What is its gradient?",
      "And one that was kept was multiplied. By what?",
    ], examine: examineWayBack),

  dropout.check(
    "08.dropout.extremes", .both, points: 2,
    claim: "with probability 0 everything stays, with probability 1 everything is 0, and never NaN",
    hints: ["What is 1 / (1 - p) for p = 1, and what is 0 times that?"], alone: true,
    small: [0.0, 1].map {
      DropoutInput(Tensor([[0.5, -2]]), probability: $0, mode: .training, seed: 1)
    }
  ) { exam in
    [1.0, 0, 1, 0].enumerated().map { i, p in
      DropoutInput(
        exam.normal([[3, 4], [2, 3, 2], [1], [1, 5]][i]), probability: p, mode: .training,
        seed: exam.seed)
    } + [
      // Behind a training nothing is dropped in testing, however large it is.
      DropoutInput(60 * exam.normal([3, 4]), probability: 1, mode: .testing, seed: exam.seed)
    ]
  },
]

/// Entries of a few probabilities, in training, none near 0.
private func runs(_ exam: Examination) -> LayerRun<DropoutInput> {
  let shapes = [[6, 5], [1, 40], [40, 1], [3, 4, 2, 3], [30], [60, 50]]
  let probabilities = [
    0.5, exam.number(in: 0.2...0.35), exam.number(in: 0.65...0.8), 0.5, 0.3,
    exam.number(in: 0.99...0.995),
  ]
  return LayerRun(
    zip(shapes, probabilities).enumerated().map { i, pair in
      DropoutInput(
        (i == 1 ? 60 : 1) * exam.awayFromZero(pair.0), probability: pair.1, mode: .training,
        seed: exam.seed)
    })
}

/// The answer to `run`, also in `float32`, where it has the right shapes.
private func trace(
  _ run: LayerRun<DropoutInput>, _ exam: Examination
) throws -> LayerTrace<Tensor, Tensor> {
  let trace = try exam.ask(.dropout, run)
  try exam.require(
    trace.outputs.count == run.inputs.count && trace.gradients.count == run.waysBack.count)
  exam.note(trace, of: .dropout, run)
  for (input, y) in zip(run.inputs, trace.outputs) {
    try exam.expect(
      y.shape == input.x.shape, "y has shape \(y.shape), expected \(input.x.shape)")
  }
  for (way, gradient) in zip(run.waysBack, trace.gradients) {
    let shape = run.inputs[way.pass].x.shape
    try exam.expect(
      gradient.shape == shape, "the gradient has shape \(gradient.shape), expected \(shape)")
  }
  return trace
}

private func examineKept(_ exam: Examination) throws {
  for run in [runs(exam), runs(exam).single] {
    let tolerance: Tolerance = run.isSingle ? .single : .value
    for (input, y) in zip(run.inputs, try trace(run, exam).outputs) {
      let factor = 1 / (1 - input.probability)
      for (x, y) in zip(input.x.scalars, y.scalars) where y != 0 {
        try exam.expect(
          tolerance.accepts(y, for: factor * x),
          "with p = \(short(input.probability)) an entry \(short(x)) became \(short(y)), expected 0 or "
            + short(factor * x))
      }
    }
  }
}

private func examineShares(_ exam: Examination) throws {
  let shape = [40, 50]
  let probabilities = [
    0.5, exam.number(in: 0.15...0.3), exam.number(in: 0.7...0.85), 0.5, exam.number(in: 0.3...0.7),
    0.5, 0.5, 0.5, 0.5, 0.5,
  ]
  let run = LayerRun(
    probabilities.enumerated().map { i, p in
      // Once images, whose channels are rows below.
      DropoutInput(
        Tensor(ones: i == 4 ? [8, 5, 5, 10] : shape), probability: p, mode: .training,
        seed: exam.seed)
    })
  let answer = try trace(run, exam).outputs
  let outputs = answer.map { $0.reshaped(to: shape) }
  for (p, y) in zip(probabilities, outputs) {
    try exam.expectShares(Tensor(y .== 0), p, "dropped")
  }
  let counts = zip(probabilities, outputs).filter { $0.0 == 0.5 }.map { Tensor($1 .== 0).sum() }
  try exam.expect(
    counts.contains { $0 != counts[0] },
    "in each of \(counts.count) calls \(Int(counts[0])) of 2000 entries were dropped, never one more or less: "
      + "no entry has a draw of its own")
  // Of two masks with p = 1/2, a half of the entries agree.
  let agreeing = Tensor((outputs[0] .== 0) .& (outputs[3] .== 0)).mean()
  try exam.expect(
    abs(agreeing - 0.25) < 6 * (0.1875 / 2000).squareRoot(),
    "two calls one after the other drop the same \(short(agreeing)) of all entries, "
      + "expected about a quarter")
  let again = try exam.ask(.dropout, run)
  try exam.expect(
    again.outputs == answer, "the same generator gave another mask the second time")
}

private func examineWayBack(_ exam: Examination) throws {
  for base in [runs(exam), runs(exam).single] {
    var run = base
    let passes = run.inputs.indices.shuffled(using: &exam.generator)
    run.waysBack = (passes + [passes[0]]).map { pass in
      let x = run.inputs[pass].x
      return WayBack(pass, upstream: [exam.awayFromZero(x.shape).converted(to: x.elementType)])
    }
    let answer = try trace(run, exam)
    for (way, gradient) in zip(run.waysBack, answer.gradients) {
      let (input, y) = (run.inputs[way.pass], answer.outputs[way.pass])
      let factor = 1 / (1 - input.probability)
      let tolerance: Tolerance = run.isSingle ? .single : .value
      for ((y, upstream), seen) in zip(zip(y.scalars, way.upstream[0].scalars), gradient.scalars) {
        let expected = y == 0 ? 0 : factor * upstream
        try exam.expect(
          tolerance.accepts(seen, for: expected),
          "an entry was \(y == 0 ? "dropped" : "kept") with p = \(short(input.probability)); for an "
            + "upstream of \(short(upstream)) its gradient is \(short(seen)), expected "
            + short(expected))
      }
    }
  }
  try examineZeros(exam)
}

/// Of an entry 0 nobody sees whether it was kept; upstream comes back there as often as elsewhere.
private func examineZeros(_ exam: Examination) throws {
  let p = exam.number(in: 0.4...0.6)
  var run = LayerRun([
    DropoutInput(Tensor(zeros: [30, 40]), probability: p, mode: .training, seed: exam.seed)
  ])
  run.waysBack = [WayBack(0, upstream: [Tensor(ones: [30, 40])])]
  let gradient = try trace(run, exam).gradients[0]
  let share = Tensor(gradient .!= 0).mean()
  try exam.expect(
    abs(share - (1 - p)) < 6 * (p * (1 - p) / 1200).squareRoot(),
    "where x is 0, upstream comes back to \(short(share)) of the entries with p = \(short(p)), "
      + "expected about \(short(1 - p))")
}

extension LayerRun<DropoutInput> {
  fileprivate var single: Self {
    var run = self
    run.inputs = inputs.map {
      var input = $0
      input.x = input.x.converted(to: .float32)
      return input
    }
    return run
  }

  fileprivate var isSingle: Bool { inputs[0].x.elementType == .float32 }
}
