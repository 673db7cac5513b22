import Doorway
import Grading
import Tensors

private let size = FunctionContract(
  .transposedSize, small: (SmallImages.plain + SmallImages.settled).map(\.layout)
) { exam in
  (0..<12).map { i in
    let stride = i < 2 ? 1 : exam.count(in: 2...4)
    return TransposedSize(
      WindowSettings(
        exam.count(in: 1...4), exam.count(in: 1...4), stride: stride,
        padding: i == 2 ? 0 : exam.count(in: 0...2), dilation: exam.count(in: 1...3)),
      outputPadding: exam.count(in: 0...stride - 1), rows: exam.count(in: 5...8),
      columns: exam.count(in: 9...14))
  } + [
    TransposedSize(WindowSettings(2, 2, stride: 2), rows: 1, columns: 1),
    TransposedSize(WindowSettings(3, 5), rows: 1, columns: 2),
    TransposedSize(
      WindowSettings(3, 3, stride: 2, padding: 1), outputPadding: 1, rows: 12, columns: 7),
  ]
}

private let plain = LayerContract(.transposedConvolution, small: SmallImages.plain) {
  $0.plainTransposed()
}
private let settled = LayerContract(.transposedConvolution, small: SmallImages.settled) {
  $0.settledTransposed()
}
private let all = LayerContract(
  .transposedConvolution, small: SmallImages.plain + SmallImages.settled
) {
  $0.allTransposed()
}

let transposedChecks = [
  size.check(
    "10.size.output", points: 3,
    claim: "the output has (H - 1) · s - 2 · q + d · (KH - 1) + 1 + outputPadding rows",
    hints: [
      "Draw a row of 3 pixels, and of each a window of 2, put down with stride 2. How long is it?",
      "The padding is cut off at both ends; the output padding is added at one.",
    ]),
  Check(
    "10.start.deviation",
    claim:
      "weights [C, F, KH, KW] are normal with deviation √(2 / (C · KH · KW)), and the bias is 0",
    points: 1, uses: ["10.size.output"],
    hints: ["C channels come in, F go out. Whose number stands first in the weights' shape?"],
    examine: examineStart),
  plain.check(
    "10.transpose.forward", .outputs, points: 5,
    claim: "every pixel puts down a window of weights, times itself, and what overlaps is added",
    uses: ["10.size.output"],
    hints: [
      "Begin with zeros, as large as `size` says. Every product is added to one of its entries.",
      "Pixel i puts down its window from row i · stride on.",
      "add(_:toWindowsOf:stride:dilation:) adds all windows at once.",
    ],
    proving: { try $0.proveAdjoint() }),
  settled.check(
    "10.transpose.padding", .outputs, points: 3,
    claim:
      "padding is cut off on all sides, output padding comes in at the end, and dilation spreads",
    buildsOn: ["10.transpose.forward"],
    hints: [
      "With padding 1, what the first window puts in row 0 falls outside: row 1 becomes row 0.",
      "What output padding adds may lie under a window: then it is not 0. And it has a bias.",
    ]),
  all.check(
    "10.transpose.gradient-x", .gradients(named: "the gradient at x"), points: 5,
    claim: "the gradient at x is the convolution of upstream with the same weights",
    uses: ["10.size.output"],
    hints: [
      "Which entries of y grow when one pixel grows? By how much each?",
      "Pad upstream by the padding, take its windows, and multiply them by the weights.",
    ]),
  all.check(
    "10.transpose.gradient-weights", .gradients(named: "the gradient at the weights"), points: 4,
    claim: "a weight's gradient is summed over all images and pixels that it was multiplied with",
    uses: ["10.size.output"],
    hints: ["It is a tensordot of x with the windows of upstream. Which axes are summed away?"]),
  all.check(
    "10.transpose.gradient-bias", .gradients(named: "the gradient at the bias"), points: 1,
    claim: "the bias of a filter has the sum of upstream over images, rows and columns",
    hints: ["Which three axes of upstream have to go?"]),
]

private func examineStart(_ exam: Examination) throws {
  let starts = [
    (8, 20, WindowSettings(3, 2, stride: 3, padding: 1), 2),
    (30, 6, WindowSettings(2, 2, stride: 2), 0), (1, 60, WindowSettings(2, 5, dilation: 2), 0),
  ]
  for (channels, filters, window, outputPadding) in starts {
    let layout = TransposedSize(window, outputPadding: outputPadding, rows: 4, columns: 6)
    func make(seed: UInt64) throws -> Tensor {
      let question = TransposedStart(
        channels: channels, filters: filters, layout: layout, seed: seed)
      let answer = try exam.ask(.transposedStart, question).tensors
      try exam.require(answer.count == 3)
      exam.note(TensorList(answer), of: .transposedStart, question)
      let shape = [channels, filters, window.height, window.width]
      try exam.expect(
        answer[0].shape == shape, "the weights have shape \(answer[0].shape), expected \(shape)")
      try exam.expect(
        answer[1].shape == [filters] && answer[1].scalars.allSatisfy { $0 == 0 },
        "the bias is not \(filters) zeros")
      let size = layout.outputSize
      try exam.expect(
        answer[2] == Tensor(size),
        "with \(layout.title ?? ""), size gives \(answer[2].scalars.map { Int($0) }), "
          + "expected \(size): has the layer kept its window and its output padding?")
      return answer[0]
    }
    let weights = try make(seed: exam.seed)
    let inputs = Double(channels * (window.height * window.width))
    try exam.expectNormal(
      weights, deviation: (2 / inputs).squareRoot(),
      named: "the weights from \(channels) channels to \(filters)")
    try exam.expect(
      try make(seed: exam.seed &+ 1) != weights, "another generator gave the same weights")
  }
}

extension TransposedInput {
  fileprivate var layout: TransposedSize {
    TransposedSize(
      window, outputPadding: outputPadding, rows: x.shape[2], columns: x.shape[3])
  }
}

extension TransposedSize {
  fileprivate var outputSize: [Int] {
    [(rows, window.height), (columns, window.width)].map { count, length in
      let reach = window.dilation * (length - 1) + 1
      return (count - 1) * window.stride + reach - 2 * window.padding + outputPadding
    }
  }
}

private let gap = FunctionContract(
  .adjointGap,
  small: [(1, 1), (1, 2), (2, 1)].map { n, m in
    AdjointInput(
      x: SmallCases.tensor([n]), y: SmallCases.tensor([m], from: 2),
      there: SmallCases.tensor([n, m], from: 3), back: SmallCases.tensor([m, n], from: 5))
  }
) { exam in
  let n = exam.counts(2, in: 2...4)
  /// With `distance` 0 the maps are adjoint.
  func maps(_ x: [Int], _ y: [Int], distance: Double) -> AdjointInput {
    let matrix = exam.normal([x.reduce(1, *), y.reduce(1, *)])
    return AdjointInput(
      x: exam.normal(x), y: exam.normal(y), there: matrix,
      back: matrix.transposed() + distance * exam.normal(matrix.transposed().shape))
  }
  /// With a gap of many thousands, which nothing cancels, so that `float32` has its digits.
  func large() -> AdjointInput {
    let matrix = abs(exam.normal([6, 4]))
    return AdjointInput(
      x: 100 * abs(exam.normal([2, 3])), y: 40 * abs(exam.normal([4])), there: matrix,
      back: matrix.transposed() / 2)
  }
  return [
    maps([n[0], 3], [2, 4], distance: 1), maps([2, 3], [5], distance: 0),
    maps([1, 2, 2, 2], [1, 1, 3, 3], distance: 0.3), maps([n[1]], [1], distance: 2),
    maps([1], [1], distance: 1), maps([2, 2], [2, 2], distance: 1),
    maps([3], [2, 2], distance: 1e-5), large(),
  ]
}

let adjointChecks = [
  gap.check(
    "10.adjoint.gap", points: 3,
    claim: "the gap is ⟨there(x), y⟩ - ⟨x, back(y)⟩, and 0 for a map and its way back",
    hints: ["⟨a, b⟩ is (a * b).sum(). Which of the two maps is given x?"])
]
