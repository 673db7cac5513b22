import Doorway
import Grading
import Tensors

extension Examination {
  fileprivate func modules(_ n: Int, _ width: Int, _ main: Int, _ shortcut: Int = 0) -> ModuleInput
  {
    func parameters(_ count: Int) -> [Tensor] { (0..<count).map { _ in normal([width]) } }
    return ModuleInput(
      normal([n, width]), main: parameters(main), shortcut: parameters(shortcut))
  }

  /// Signals further than any bound.
  fileprivate func wide(shortcut: Int = 0) -> ModuleInput {
    var input = modules(3, 4, 1, shortcut)
    input.x *= number(in: 40...60)
    return input
  }
}

private let draws: LayerContract<ModuleInput, Tensor, ModuleGradients>.Draw = { exam in
  let n = exam.counts(2, in: 2...4)
  return [
    exam.modules(n[0], 3, 3), exam.modules(n[1], 2, 1), exam.modules(1, 4, 2),
    exam.modules(2, 2, 4), exam.modules(2, 1, 0), exam.modules(2, 2, exam.count(in: 5...7)),
  ]
}

private let residualDraws: LayerContract<ModuleInput, Tensor, ModuleGradients>.Draw = { exam in
  let n = exam.counts(2, in: 2...4)
  return [
    exam.modules(n[0], 3, 2, 1), exam.modules(n[1], 2, 1), exam.modules(1, 4, 1, 2),
    exam.modules(2, 2, 2), exam.modules(2, 2, 1, 1), exam.modules(2, 3, 0, 1),
    exam.modules(2, 2, 0),
  ]
}

/// One module, two, and two entries.
private let smallChains = [([1, 1], 1), ([1, 1], 2), ([1, 2], 1)].map { shape, count in
  smallModules(shape, main: count)
}

/// A module on the main way, one on both, and two on the main way.
private let smallResiduals = [
  smallModules([1, 1], main: 1), smallModules([1, 1], main: 1, shortcut: 1),
  smallModules([1, 2], main: 2),
]

private func smallModules(_ shape: [Int], main: Int, shortcut: Int = 0) -> ModuleInput {
  ModuleInput(
    SmallCases.tensor(shape, from: 1),
    main: (0..<main).map { SmallCases.tensor([shape[1]], from: 2 + 2 * $0) },
    shortcut: (0..<shortcut).map { SmallCases.tensor([shape[1]], from: 5 + 2 * $0) })
}

private let chain = LayerContract(.chain, small: smallChains, inputs: draws)

let chainChecks = [
  chain.check(
    "09.chain.forward", .outputs, points: 2,
    claim: "the output of each module is the input of the next",
    hints: ["Keep the signal in a variable, and hand it on."]
  ) { [$0.wide()] },
  chain.check(
    "09.chain.gradient", .gradients(), points: 2,
    claim: "the way back goes through the modules in reverse, and lists parameters in order",
    hints: [
      "Which module sees upstream first?",
      "gradients = parameters + gradients puts what is found in front.",
    ]),
  FunctionContract(.chainNotes, small: smallChains, inputs: draws).check(
    "09.chain.notes", points: 1,
    claim: "what the modules note in training is kept, and `training` is handed on",
    buildsOn: ["09.chain.forward"],
    hints: ["var module = modules[i] is a copy: who reads its notes later?"]),
]

private let residual = LayerContract(.residual, small: smallResiduals, inputs: residualDraws)

let residualChecks = [
  residual.check(
    "09.residual.forward", .outputs, points: 1,
    claim: "the output is main(x) + shortcut(x), and the shortcut of no modules is x",
    hints: ["Both ways begin at x."]
  ) { [$0.wide(), $0.wide(shortcut: 1)] },
  residual.check(
    "09.residual.gradient", .gradients(), points: 2,
    claim: "the gradient at x is the sum of what both ways bring back",
    hints: ["Both ways have upstream at their end.", "Those of main come first in the list."]),
  FunctionContract(.residualNotes, small: smallResiduals, inputs: residualDraws).check(
    "09.residual.notes", points: 1,
    claim: "both ways keep their notes, and hear whether this is training",
    buildsOn: ["09.residual.forward"],
    hints: ["main and shortcut are variables of yours: call them, and no copies."]),
]

private func networks(
  _ inputs: @escaping @Sendable (Examination) -> [NetworkInput09]
) -> FunctionContract<NetworkInput09, NetworkAnswer09> {
  FunctionContract(.network09, inputs: inputs)
}

let networkChecks09 = [
  Check(
    "09.start.deviation",
    claim: "weights are normal with deviation √(2 / (C / G · KH · KW)), and the bias is 0",
    points: 1,
    hints: ["From how many entries is one output summed when there are groups?"],
    examine: examineStart),
  networks { exam in
    [
      NetworkInput09(.leNet, image: [1, 28, 28], outputs: 10, count: 1, seed: exam.seed),
      NetworkInput09(.leNet, image: [2, 28, 28], outputs: 3, count: 1, seed: exam.seed),
      NetworkInput09(
        .leNet, image: [3, 32, 32], outputs: exam.count(in: 3...9), count: 1, seed: exam.seed),
      NetworkInput09(.leNet, image: [2, 16, 20], outputs: 4, count: 2, seed: exam.seed),
      NetworkInput09(.leNet, image: [1, 28, 16], outputs: 3, count: 1, seed: exam.seed),
      NetworkInput09(.leNet, image: [1, 16, 28], outputs: 3, count: 1, seed: exam.seed),
    ]
  }.check(
    "09.leNet.layers", points: 3,
    claim: "leNet has the layers of the handout, for images of any size",
    uses: ["09.conv.gradients", "09.maxPool.gradient", "09.chain.gradient"],
    hints: [
      "[1, 28, 28] with padding 2 gives 28, 14, 10, 5: the first affine layer has 400 inputs.",
      "There is no ReLU behind the last layer.",
    ], tolerance: deep),
  networks { exam in
    [(3, 3, 1), (2, 4, 1), (3, 3, 2), (2, 3, 2), (2, 3, 3)].map { channels, filters, stride in
      NetworkInput09(
        .block, image: [channels, 5, exam.count(in: 4...6)], outputs: filters, settings: [stride],
        count: 2, seed: exam.seed)
    }
  }.check(
    "09.block.layers", points: 2,
    claim: "a block has two convolutions, and one on its shortcut where the shape changes",
    uses: ["09.conv.gradients", "09.norm.gradient", "09.residual.gradient"],
    hints: [
      "The shortcut is empty only where channels = filters and stride = 1.",
      "Where does the ReLU stand: before the sum, or behind it?",
    ], tolerance: deep),
  networks { exam in
    [
      ([3, 8, 8], [4, 4]), ([1, 6, 9], [3, 4, 5]), ([2, 5, 5], [3]), ([1, 11, 9], [2, 3, 3, 2]),
    ].map { image, widths in
      NetworkInput09(
        .residualNet, image: image, outputs: exam.count(in: 2...4), settings: widths, count: 2,
        seed: exam.seed)
    }
  }.check(
    "09.residualNet.layers", points: 3,
    claim: "the residual network has a block for each width, a mean over what is left, and logits",
    uses: ["09.block.layers", "09.averagePool.gradient"],
    hints: [
      "Stride 1 in the first block, 2 in all others.",
      "An odd number of rows r becomes (r + 1) / 2: ask places(rows:columns:).",
    ], tolerance: deep),
]

/// Many layers lie between: what is added in another order is off by a little more.
private let deep = Tolerance(absolute: 1e-8, relative: 1e-7)

private func examineStart(_ exam: Examination) throws {
  let starts = [
    (8, 20, WindowSettings(3, 2), 1), (12, 16, WindowSettings(3, 3, padding: 1), 4),
    (1, 60, WindowSettings(2, 5), 1), (6, 36, WindowSettings(2, 3, stride: 2, dilation: 3), 2),
  ]
  for (channels, filters, window, groups) in starts {
    func make(seed: UInt64) throws -> (Tensor, ConvolutionStart) {
      let question = ConvolutionStart(
        channels: channels, filters: filters, window: window, groups: groups, seed: seed)
      let answer = try exam.ask(.convolutionStart, question).tensors
      try exam.require(answer.count == 4)
      exam.note(TensorList(answer), of: .convolutionStart, question)
      let shape = [filters, channels / groups] + [window.height, window.width]
      try exam.expect(
        answer[0].shape == shape, "the weights have shape \(answer[0].shape), expected \(shape)")
      try exam.expect(
        answer[1].shape == [filters] && answer[1].scalars.allSatisfy { $0 == 0 },
        "the bias is not \(filters) zeros")
      let settings = [
        window.height, window.width, window.stride, window.padding, window.dilation, groups,
      ]
      try exam.expect(
        answer[2] == Tensor(settings.map { Double($0) }),
        "height, width, stride, padding and dilation of the window, and the groups, are "
          + "\(answer[2].scalars.map { Int($0) }), expected \(settings)")
      try exam.expect(
        answer[3] != answer[0],
        "two convolutions that one generator made, one behind the other, have the same weights")
      return (answer[0], question)
    }
    let (weights, _) = try make(seed: exam.seed)
    let inputs = Double(channels / groups * window.height * window.width)
    try exam.expectNormal(
      weights, deviation: (2 / inputs).squareRoot(),
      named: "the weights of \(filters) filters, \(channels) channels, \(groups) groups")
    let (others, _) = try make(seed: exam.seed &+ 1)
    try exam.expect(weights != others, "another generator gave the same weights")
  }
}
