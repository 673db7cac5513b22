import Doorway
import Grading
import Tensors

private let affine = LayerContract(.affine, small: smallAffine) { exam in
  let (n, d, m) = (exam.counts(3, in: 3...6), exam.count(in: 2...5), exam.counts(2, in: 2...5))
  let shapes = [
    ([n[0], d], m[0]), ([d, d], d), ([1, n[1]], m[1]), ([n[2], 2, 3], m[0]), ([d, 1], 1),
    ([2, 2, 1, 3], m[1]), ([exam.prime(), 2], 2),
  ]
  return shapes.enumerated().map { i, shaped in
    let (shape, outputs) = shaped
    return AffineInput(
      // Large enough for whoever clips.
      x: exam.normal(shape, deviation: i == 1 ? 100 : 1),
      weights: exam.normal([shape.dropFirst().reduce(1, *), outputs]),
      bias: exam.normal([outputs]))
  }
}

/// A single product; more inputs, more samples, more outputs; a sample that is a matrix.
private let smallAffine = [
  ([1, 1], 1), ([1, 2], 1), ([2, 1], 1), ([1, 1], 2), ([2, 2], 1), ([2, 2], 2), ([2, 1, 2], 1),
].map { shape, outputs in
  AffineInput(
    x: SmallCases.tensor(shape),
    weights: SmallCases.tensor([shape.dropFirst().reduce(1, *), outputs], from: 2),
    bias: SmallCases.tensor([outputs], from: 6))
}

let affineChecks = [
  affine.check(
    "05.affine.forward", .outputs, points: 4,
    claim: "the affine layer is x · W + b, for samples of any shape",
    hints: [
      "A sample [2, 3] is a row of six entries to this layer: x.reshaped(to: [n, -1]).",
      "Adding [M] to [N, M] adds it to every row.",
    ]),

  affine.check(
    "05.affine.gradient-x", .gradients(named: "the gradient at x"), points: 4,
    claim: "the upstream gradient comes back to x through W, in the shape of x",
    hints: [
      "upstream is [N, M], the gradient at the rows [N, D]: which product leads there?",
      "And then: x may have come in with more than two axes.",
    ]),

  affine.check(
    "05.affine.gradient-weights", .gradients(named: "the gradient at the weights"), points: 4,
    claim: "the gradient at the weights is summed over the samples, not averaged",
    hints: [
      "W is [D, M], x in rows [N, D], upstream [N, M]: which product of two leads to the third?",
      "Where is the division by N done already?",
    ]),

  affine.check(
    "05.affine.gradient-bias", .gradients(named: "the gradient at the bias"), points: 4,
    claim: "the gradient at the bias is upstream, summed over the samples",
    hints: ["One bias serves all N samples: how do their N gradients come together?"]),
]
