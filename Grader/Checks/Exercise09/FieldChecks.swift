import Doorway
import Grading
import Tensors

private let field = FunctionContract(
  .receptiveField,
  small: [
    [], [WindowSettings(3, 2)], [WindowSettings(3, 2), WindowSettings(3, 2)],
    [WindowSettings(2, 2, stride: 2), WindowSettings(3, 3)], [WindowSettings(3, 3, dilation: 2)],
  ].map { WindowStack($0) }
) { exam in
  let windows = (0..<8).map { i in
    (0..<[1, 2, 3, 4, 2, 3, 4, 2][i]).map { _ in
      WindowSettings(
        exam.count(in: 1...5), exam.count(in: 1...5), stride: exam.count(in: 1...3),
        padding: exam.count(in: 0...2), dilation: exam.count(in: 1...3))
    }
  }
  return windows.map { WindowStack($0) } + [
    WindowStack([]), WindowStack([WindowSettings(1, 1, stride: 2), WindowSettings(3, 2)]),
    WindowStack([WindowSettings(3, 3), WindowSettings(3, 3), WindowSettings(2, 2, stride: 2)]),
  ]
}

private let measured = FunctionContract(.measuredField) { exam in
  let n = exam.counts(2, in: 1...2)
  // Where x is below 0 a tap lets nothing through.
  func module(
    _ shape: [Int], _ taps: [(Int, Int, Int, Double)], x: Tensor? = nil
  ) -> TappedModule {
    TappedModule(
      x ?? abs(exam.normal(shape)) + 0.01,
      taps.map { TappedModule.Tap(channel: $0.0, row: $0.1, column: $0.2, factor: $0.3) })
  }
  let factor = exam.number(in: 0.5...2)
  // What is seen is up to the image: of two of a shape one is dark to the left, the other below.
  let (left, below) = (ramp([1, 1, 9, 9], along: 3), ramp([1, 1, 9, 9], along: 2))
  let cross = [(0, 0, -3, factor), (0, 0, 2, factor), (0, 3, 0, factor), (0, -2, 0, -factor)]
  return [
    module([2, 1, 9, 10], [(0, -1, 0, factor), (0, 2, 1, factor), (0, 0, -2, factor)]),
    module([1, 2, 8, 7], [(1, -n[0], 1, -factor), (1, 1, -n[1], -1e-3 * factor)]),
    module([1, 2, 9, 9], [(0, 2, 0, factor), (1, 2, 0, -factor), (0, 0, 1, -factor)]),
    module([3, 1, 7, 8], [(0, 1, 2, factor)]),
    // However small: what is not 0 has been seen.
    module([1, 1, 8, 9], [(0, 0, 1, factor), (0, 2, -1, 1e-12 * factor)]),
    module([1, 1, 8, 8], [(0, -4, 3, -factor), (0, 3, -4, factor), (0, 0, 0, -factor)]),
    // Wider than high, and higher than wide: from any other middle than both a tap lies outside.
    module([1, 1, 6, 9], [(0, 0, -4, factor), (0, 0, 4, -factor)]),
    module([1, 1, 9, 6], [(0, -4, 0, factor), (0, 4, 0, -factor)]),
    module([1, 1, 9, 9], cross, x: left), module([1, 1, 9, 9], cross, x: below),
    module([1, 1, 9, 9], cross, x: -1 * left),
    module([1, 3, 7, 7], [(2, 0, -1, factor), (1, 1, 0, -factor), (2, -1, 1, -factor)]),
  ]
}

/// 0.5 from the middle of an axis on, and -0.5 before it.
private func ramp(_ shape: [Int], along axis: Int) -> Tensor {
  let count = shape.reduce(1, *)
  let stride = shape[(axis + 1)...].reduce(1, *)
  return Tensor(
    shape: shape,
    scalars: (0..<count).map { $0 / stride % shape[axis] >= shape[axis] / 2 ? 0.5 : -0.5 })
}

let fieldChecks = [
  field.check(
    "09.field.computed", points: 2,
    claim: "a window widens the field by dilation · (size - 1) · all strides before it",
    hints: [
      "Two windows of 3 see 5 pixels. What do they see if the first has stride 2?",
      "Does a window's own stride change what it sees itself?",
    ]),
  measured.check(
    "09.field.measured", points: 2,
    claim: "the measured field goes from the first to the last pixel with a gradient",
    hints: [
      "Only one entry of upstream is 1: which, in a shape [N, F, O, P]?",
      "A gradient may be negative, and two channels may cancel when they are summed.",
    ]),
]
