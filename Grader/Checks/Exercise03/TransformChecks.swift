import Doorway
import Grading
import Tensors

private let statistics = FunctionContract(
  .channelStatistics,
  small: [[1, 1, 1, 2], [2, 1, 1, 1], [1, 2, 1, 2], [2, 1, 2, 2]].map {
    MeasuredImages(SmallCases.tensor($0))
  }
) { exam in
  let (n, h, w) = (exam.counts(2, in: 2...5), exam.count(in: 2...5), exam.count(in: 2...5))
  return [[n[0], 3, h, w], [1, 1, 3, 3], [2, 2, 2, 2], [n[1], 4, 1, 5], [3, 3, 1, 1]].map {
    let scales = exam.normal([$0[1], 1, 1], deviation: 5)
    return MeasuredImages(exam.normal($0) * scales + 4 * scales * scales)
  }
}

let channelStatisticsChecks = [
  statistics.check(
    "03.statistics.values", points: 5,
    claim: "mean and deviation of a channel are over all its pixels of all images",
    hints: [
      "[C, H, W] as [C, H · W] has a channel in each row.",
      "The mean of the images' deviations is not the deviation.",
    ]
  ) { exam in
    // So many that whoever looks at some of them only is seen; and levels that are whole numbers, so
    // that no sum is rounded, and a channel that never varies has 0.
    let level = Double(exam.count(in: 3...9))
    return [
      MeasuredImages(
        exam.normal([1200, 2, 1, 2])
          + Tensor((0..<1200).map { Double($0) / 100 }).reshaped(to: [-1, 1, 1, 1])),
      MeasuredImages(Tensor(repeating: level, shape: [2, 2, 2, 4])),
      MeasuredImages(
        exam.normal([3, 2, 2, 2]) * Tensor(shape: [2, 1, 1], scalars: [0, 1]) + level),
    ]
  },
  Check(
    "03.statistics.precision",
    claim: "a channel that hardly varies has a small deviation, and no channel has NaN",
    points: 2,
    hints: [
      "The mean of x² less the square of the mean: two large numbers that are almost equal.",
      "float32 has seven digits. Where do yours get lost?",
    ]
  ) { exam in
    let noise = exam.normal([4, 3, 6, 5]) * Tensor(shape: [3, 1, 1], scalars: [1e-3, 0, 0.01])
    let levels = Tensor(
      shape: [3, 1, 1], scalars: [exam.number(in: 190...250), 137, exam.number(in: -90 ... -60)])
    let images = (noise + levels).converted(to: .float32)
    try exam.expectReference(
      .channelStatistics, of: LayerRun([MeasuredImages(images)]), tolerance: .single)
  },
]

private func ranges(_ source: Tensor, _ target: Tensor) -> KeyValuePairs<String, Tensor> {
  ["the range that it comes from": source, "the range that it goes to": target]
}

private let rescale = FunctionContract(
  .rescale,
  small: [[1, 1, 1], [1, 1, 2]].map {
    TransformInput(SmallCases.tensor($0), numbers: ranges(Tensor([-2, 2]), Tensor([0, 8])))
  }
) { exam in
  let shapes = [[3, 4, 2], [1, 1, 5], [2, 2, 2], [3, 1, 1]]
  let drawn: [(Tensor, Tensor)] = shapes.map { _ in
    let ends = [exam.number(in: -5 ... -1), exam.number(in: -4...4)]
    return (
      Tensor([ends[0], ends[0] + exam.number(in: 2...9)]),
      Tensor([ends[1], ends[1] + exam.number(in: 0.5...3)])
    )
  }
  return zip(shapes, drawn).map {
    TransformInput(exam.normal($0, deviation: 3), numbers: ranges($1.0, $1.1))
  }
    + [
      TransformInput(
        Tensor(shape: [1, 2, 3], scalars: [0, 255, 127, 1, 254, 51]),
        numbers: ranges(Tensor([0, 255]), Tensor([0, 1]))),
      TransformInput(
        Tensor(shape: [2, 1, 2], scalars: [0, 1, 0.25, 0.5]),
        numbers: ranges(Tensor([0, 1]), Tensor([-1, 1]))),
      // An image that does not come to the ends.
      TransformInput(
        Tensor(shape: [1, 1, 3], scalars: [10, 20, 13]),
        numbers: ranges(Tensor([0, 255]), Tensor([0, 1]))),
    ]
}

private let normalize = FunctionContract(
  .normalize,
  small: [[1, 1, 1], [1, 1, 2], [2, 1, 1], [2, 1, 2]].map {
    TransformInput(
      SmallCases.tensor($0),
      numbers: [
        "mean": SmallCases.tensor([$0[0]], from: 2),
        "deviation": Tensor(Array([2.0, 4].prefix($0[0]))),
      ])
  }
) { exam in
  [[3, 4, 2], [1, 1, 5], [2, 2, 2], [3, 3, 3], [4, 1, 4], [2, 3, 1]].map { exam.normalized($0) }
}

private let flatten = FunctionContract(
  .flatten,
  small: [[1, 1, 2], [2, 1, 1], [2, 2, 2]].map { TransformInput(SmallCases.tensor($0)) }
) { exam in
  [[3, 4, 2], [1, 1, 1], [2, 1, 2], [5, 3, 1], [3, 33, 40]].map {
    TransformInput(exam.normal($0, deviation: 40))
  }
}

let transformChecks = [
  rescale.check(
    "03.rescale.line", points: 4,
    claim: "rescaling maps the ends of one range to the ends of the other, and the rest by a line",
    hints: [
      "First move the range to 0, then stretch it, then move it where it shall be.",
      "Write down what must become of source.lowerBound, and of source.upperBound.",
    ]),
  normalize.check(
    "03.normalize.channels", points: 4,
    claim: "each channel loses its own mean and is divided by its own deviation",
    hints: [
      "[C] meets the last axis of [C, H, W]. Which shape meets the first?",
      "If H = W = C, a wrong axis works without a word.",
    ]
  ) { exam in
    // Deviations of all sizes; small ones are none.
    var input = exam.normalized([4, 2, 3])
    input.numbers[1] = Tensor([1e-3, 1e-5, 1e-8, 100].map { $0 * exam.number(in: 1...5) })
    // And pixels as bytes are.
    var bytes = exam.normalized([3, 2, 4])
    bytes.image = 60 * bytes.image + 127
    return [input, bytes]
  },
  normalize.check(
    "03.normalize.constant", points: 1,
    claim: "a channel of deviation 0 is divided by 1, and gives numbers",
    hints: ["replacing(with:where:) changes entries by a mask."], alone: true
  ) { exam in
    [[3, 2, 2], [2, 1, 3]].map { shape in
      var input = exam.normalized(shape)
      input.numbers[1][0] = 0
      return input
    }
  },
  flatten.check(
    "03.flatten.row", points: 1,
    claim: "an image becomes a row of its entries",
    hints: ["One of the numbers of a shape may be -1."]),
  Check(
    "03.compose.order",
    claim: "the steps are taken one after the other, with one generator, and none is no change",
    points: 3,
    hints: [
      "The second step gets what the first has made.",
      "&generator, and not a copy of it.",
    ]
  ) { exam in
    func step(_ draws: Bool = false) -> ComposedRun.Step {
      ComposedRun.Step(
        factor: exam.number(in: 0.3...2), addend: exam.number(in: -2...2), draws: draws)
    }
    let input = ComposedRun(
      exam.normal([2, 3, 2]),
      [
        [step(), step(), step()], [], [step(true), step(true)], [step()], [step(true), step()],
        (0..<9).map { step($0 % 2 == 0) }, [step(), step()], [step(true)],
      ],
      seed: exam.seed)
    try exam.expectReference(.compose, of: input)
  },
]

extension Examination {
  fileprivate func normalized(_ shape: [Int]) -> TransformInput {
    let deviation = Tensor((0..<shape[0]).map { _ in number(in: 0.2...3) })
    return TransformInput(
      normal(shape, deviation: 2), numbers: ["mean": normal([shape[0]]), "deviation": deviation])
  }
}
