import Doorway
import Grading
import Tensors

let affineChecks = [
  Check(
    "05.affine.forward",
    claim: "the affine layer is x · W + b, for samples of any shape",
    points: 4,
    hints: [
      "A sample [2, 3] is a row of six entries to this layer: x.reshaped(to: [n, -1]).",
      "Adding [M] to [N, M] adds it to every row.",
    ]
  ) { exam in
    try exam.expectReference(
      .affineForward, of: exam.affineInput([2, 4, 3], outputs: 5),
      exam.affineInput([3, 4], outputs: 2), exam.affineInput([1, 2, 2, 2], outputs: 3))
  },

  affineGradient(
    "x", along: \.x, of: "the upstream gradient comes back to x through W, in the shape of x",
    hints: [
      "upstream is [N, M], the gradient at the rows [N, D]: which product leads there?",
      "And then: x may have come in with more than two axes.",
    ]),

  affineGradient(
    "weights", along: \.weights,
    of: "the gradient at the weights is summed over the samples, not averaged",
    hints: [
      "W is [D, M], x in rows [N, D], upstream [N, M]: which product of two leads to the third?",
      "Where is the division by N done already?",
    ]),

  affineGradient(
    "bias", along: \.bias,
    of: "the gradient at the bias is upstream, summed over the samples",
    hints: ["One bias serves all N samples: how do their N gradients come together?"]),
]

/// A check of the gradient at one of an affine layer's three inputs.
private func affineGradient(
  _ name: String, along path: WritableKeyPath<AffineInput, Tensor> & Sendable, of claim: String,
  hints: [String]
) -> Check {
  Check(
    "05.affine.gradient-\(name)", claim: claim, points: 4, hints: hints
  ) { exam in
    for (shape, outputs) in [([3, 2, 2], 3), ([2, 3], 4), ([1, 5], 2)] {
      try exam.expectGradients(
        .affineBackward, of: .affineForward, at: exam.affineInput(shape, outputs: outputs),
        along: [path], named: "the gradient at \(name == "x" ? "x" : "the \(name)")")
    }
  }
}

extension Examination {
  fileprivate func affineInput(_ shape: [Int], outputs: Int) -> AffineInput {
    AffineInput(
      x: normal(shape),
      weights: normal([shape.dropFirst().reduce(1, *), outputs]),
      bias: normal([outputs]))
  }
}
