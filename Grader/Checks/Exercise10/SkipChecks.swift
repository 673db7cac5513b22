import Doorway
import Grading
import Tensors

private let draws: LayerContract<SkipInput, Tensor, ModuleGradients>.Draw = { exam in
  let n = exam.counts(2, in: 2...4)
  func skip(_ shape: [Int], _ channels: Int...) -> SkipInput {
    let ends = [shape[1]] + channels
    return SkipInput(
      exam.normal(shape), inner: zip(ends, channels).map { exam.normal([$0, $1], deviation: 0.5) })
  }
  return [
    skip([n[0], 2, 3, 4], 3, 2), skip([1, 3, 2, 2], 1), skip([n[1], 1, 4, 3], 4, 2, 3),
    skip([2, 2, 2, 2], 2), skip([3, 2, 1, 1]), skip([2, 4, 1, 3], 2),
  ]
}

/// Around nothing, around a module, and around two.
private let smallSkips = [[], [1], [2], [1, 1]].map { (channels: [Int]) in
  SkipInput(
    SmallCases.tensor([1, 1, 1, 1]),
    inner: zip([1] + channels, channels).map { 0.5 * SmallCases.tensor([$0, $1], from: 2) })
}

private let skip = LayerContract(.skip, small: smallSkips, inputs: draws)

let skipChecks = [
  skip.check(
    "10.skip.forward", .outputs, points: 3,
    claim: "first come the channels of x, and then those that the inner modules make of it",
    hints: ["concatenated(with:along:) puts two tensors one behind the other. Which axis?"]
  ) { exam in
    [
      SkipInput(
        40 * exam.normal([1, 2, 3, 2]), inner: [exam.normal([2, 2], deviation: 0.5)])
    ]
  },
  skip.check(
    "10.skip.gradient", .gradients(), points: 4,
    claim: "x has the first C channels of upstream, and what comes back through the inner modules",
    hints: [
      "x moves y on two ways. What is summed?",
      "The inner modules are given D channels of upstream, and not C + D.",
    ]),
  FunctionContract(.skipNotes, small: smallSkips, inputs: draws).check(
    "10.skip.notes", points: 1,
    claim: "what the inner modules note in training is kept, and `training` is handed on",
    buildsOn: ["10.skip.forward"],
    hints: ["var inner = inner is a copy: who reads its notes later?"]),
]

private func networks(
  _ inputs: @escaping @Sendable (Examination) -> [NetworkInput10]
) -> FunctionContract<NetworkInput10, NetworkAnswer10> {
  FunctionContract(.network10, inputs: inputs)
}

/// Many layers lie between: what is added in another order is off by a little more.
private let deep = Tolerance(absolute: 1e-8, relative: 1e-7)

let networkChecks10 = [
  networks { exam in
    [
      ([3, 9, 10], [1, 2, 4]), ([2, 4, 7], [1]), ([1, 5, 6], [3, 1]), ([2, 6, 5], [2, 2]),
      ([2, 5, 6], [1, 3]),
    ].map {
      NetworkInput10(
        .context, image: $0, settings: $1, count: exam.count(in: 1...2), seed: exam.seed)
    }
  }.check(
    "10.context.layers", points: 4,
    claim:
      "a context module has a dilated convolution and a ReLU for each dilation, and keeps the size",
    hints: [
      "A window of 3 with dilation d reaches d pixels to each side of its middle.",
      "There is a ReLU behind the last convolution, too.",
    ], tolerance: deep),
  networks { exam in
    [
      ([3, 5, 6], [4]), ([2, 4, 6], [3, 5]), ([1, 8, 4], [2, 3, 4]), ([3, 4, 4], [3, 3]),
      ([1, 8, 16], [2, 3, 2, 4]),
    ].map {
      NetworkInput10(.level, image: $0, settings: $1, count: 3, seed: exam.seed)
    }
  }.check(
    "10.uLevel.layers", points: 5,
    claim: "a level has the level below inside of its skip connection, between a pool and a way up",
    uses: ["10.transpose.gradient-x", "10.skip.gradient"],
    hints: [
      "How many channels come out of the skip: widths[0] that were kept, and how many from below?",
      "The lowest level has one convolution, and no skip.",
      "The parameters of what lies inside come before those of what stands behind.",
    ], tolerance: deep),
  networks { exam in
    [
      ([3, 8, 8], [4, 6, 8]), ([1, 4, 6], [3, 4]), ([2, 3, 5], [3]), ([5, 4, 8], [3, 5, 4]),
    ].map {
      NetworkInput10(
        .uNet, image: $0, settings: $1, classes: exam.count(in: 2...5), count: 2, seed: exam.seed)
    }
  }.check(
    "10.uNet.layers", points: 2,
    claim: "the network is a level, and a convolution of 1 × 1 that gives each pixel its logits",
    uses: ["10.uLevel.layers"],
    hints: ["Logits are of both signs: what may not stand behind them?"], tolerance: deep),
]
