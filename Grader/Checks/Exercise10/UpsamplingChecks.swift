import Doorway
import Grading
import Tensors

private let nearest = LayerContract(.nearest, small: SmallImages.upsampled()) { exam in
  let n = exam.counts(2, in: 2...4)
  return [
    UpsamplingInput(exam.normal([n[0], 2, 3, 4]), factor: 2),
    UpsamplingInput(exam.normal([1, 3, 2, 3]), factor: 3),
    UpsamplingInput(exam.normal([n[1], 1, 3, 3]), factor: 1),
    UpsamplingInput(exam.normal([2, 2, 2, 2]), factor: 2),
    UpsamplingInput(exam.normal([1, 1, 1, 1]), factor: 4),
    UpsamplingInput(exam.normal([2, 1, 4, 1]), factor: 2),
  ]
}

let nearestChecks = [
  nearest.check(
    "10.nearest.forward", .outputs, points: 3,
    claim: "every pixel becomes a square of factor × factor equal ones",
    hints: [
      "Pixel i, j of y is pixel ⌊i / factor⌋, ⌊j / factor⌋ of x.",
      "[H, 1, W, 1] times ones [factor, 1, factor] has every entry factor · factor times.",
    ]
  ) { [UpsamplingInput(40 * $0.normal([1, 2, 3, 2]), factor: 2)] },
  nearest.check(
    "10.nearest.gradient", .gradients(), points: 3,
    claim: "a pixel has the sum of upstream over its square",
    hints: ["One pixel moves factor · factor entries of y, each by as much as itself."]),
]

private func lines(alignsCorners: Bool) -> FunctionContract<LineInput, Tensor> {
  FunctionContract(
    .interpolation,
    small: [(1, 1), (1, 2), (2, 1), (2, 2)].map {
      LineInput($0, factor: $1, alignsCorners: alignsCorners)
    }
  ) { exam in
    let drawn = (0..<4).map { _ in (exam.count(in: 2...6), exam.count(in: 2...5)) }
    return ([(2, 2), (3, 2), (4, 3), (1, 3), (3, 1), (1, 1), (2, 5)] + drawn).map { count, factor in
      LineInput(count, factor: factor, alignsCorners: alignsCorners)
    }
  }
}

private let bilinear = LayerContract(
  .bilinear, small: SmallImages.upsampled(alignsCorners: [false, true])
) { exam in
  let n = exam.counts(2, in: 2...4)
  return [
    UpsamplingInput(exam.normal([n[0], 2, 3, 4]), factor: 2),
    UpsamplingInput(exam.normal([1, 3, 2, 3]), factor: 3, alignsCorners: true),
    UpsamplingInput(exam.normal([n[1], 1, 1, 4]), factor: 2, alignsCorners: true),
    UpsamplingInput(exam.normal([2, 2, 4, 1]), factor: 2),
    UpsamplingInput(exam.normal([1, 2, 3, 3]), factor: 1),
    UpsamplingInput(exam.normal([2, 2, 2, 2]), factor: 2, alignsCorners: true),
    UpsamplingInput(exam.normal([2, 1, 2, 2]), factor: 3),
    // As one before but for the corners.
    UpsamplingInput(exam.normal([1, 2, 2, 2]), factor: 2),
    UpsamplingInput(exam.normal([1, 1, 1, 1]), factor: 3),
  ]
}

let bilinearChecks = [
  lines(alignsCorners: false).check(
    "10.interpolation.halfPixel", points: 4,
    claim: "output i lies at (i + ½) / factor - ½ on the line of inputs, and never outside of it",
    hints: [
      "With factor 2, outputs 0, 1, 2 lie at -¼, ¼ and ¾. What is done with -¼?",
      "At ¾, input 0 counts for a quarter, and input 1 for three.",
    ]),
  lines(alignsCorners: true).check(
    "10.interpolation.corners", points: 3,
    claim: "with aligned corners, the first output is the first input, and the last the last",
    hints: [
      "2 inputs and 4 outputs: positions 0, ⅓, ⅔ and 1.",
      "With one output there is a division by 0. Where does it lie?",
    ]),
  bilinear.check(
    "10.bilinear.forward", .outputs, points: 4,
    claim: "the image is filled up along its rows and along its columns",
    uses: ["10.interpolation.halfPixel", "10.interpolation.corners"],
    hints: [
      "The weights of a line are a matrix [outputs, inputs]: which of its axes meets which of x?",
      "tensordot puts what remains of the second tensor last. Where has it to stand?",
    ]
  ) { [UpsamplingInput(40 * $0.normal([1, 2, 3, 2]), factor: 2)] },
  bilinear.check(
    "10.bilinear.gradient", .gradients(), points: 4,
    claim: "each pixel has the sum of upstream, by the weights that it had",
    uses: ["10.interpolation.halfPixel", "10.interpolation.corners"],
    hints: [
      "y = R · x · Cᵀ for each channel. What is the gradient at x?",
      "The way back of a matrix is its transpose: the other axis of the weights is summed away.",
    ]),
]
