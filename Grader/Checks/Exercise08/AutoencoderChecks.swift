import Doorway
import Foundation
import Grading
import Tensors

/// Of one input and one code, of two inputs, of two samples.
private let smallAutoencoders = [[1, 1], [1, 2], [2, 1]].map { shape in
  let width = shape[1]
  let x = SmallCases.tensor(shape, from: 2)
  return AutoencoderInput(
    [
      0.5 * Tensor(ones: [width, 1]), Tensor([4]), SmallCases.tensor([1, width]),
      0.5 * SmallCases.tensor([width], from: 4),
    ], x: x, target: x)
}

private let encoded = FunctionContract(.encoded, small: smallAutoencoders) { exam in
  exam.autoencoders().map { exam.autoencoder($0, samples: $1) }
}

private let decoded = FunctionContract(
  .decoded,
  small: smallAutoencoders.map { input in
    var input = input
    input.x = SmallCases.tensor([input.x.shape[0], input.parameters[1].count], from: 2)
    return input
  }
) { exam in
  exam.autoencoders().map { sizes, samples in
    var input = exam.autoencoder(sizes, samples: samples)
    // Codes of both signs, though a ReLU never makes one below 0.
    input.x = exam.normal([samples, sizes[sizes.count - 1]])
    return input
  }
}

private let autoencoderLoss = LayerContract(
  .autoencoderLoss, forward: "autoencoder.loss", backward: "the gradients of autoencoder.loss",
  small: smallAutoencoders
) { exam in
  exam.autoencoders().map { exam.autoencoder($0, samples: $1) }
}

let autoencoderChecks = [
  Check(
    "08.autoencoder.new",
    claim: "a new autoencoder has the sizes down and up again, weights as He draws them, biases 0",
    points: 3,
    hints: [
      "The sizes [5, 4, 2] are five, four, two, four, five: four layers.",
      "Initialization.he of exercise 06 draws the weights of one layer.",
    ], examine: examineNew),

  encoded.check(
    "08.autoencoder.encode", points: 2,
    claim: "the code is what the first half of the layers makes of x, with a ReLU behind each",
    hints: ["How many layers has the encoder? And is there a ReLU behind the last of them?"]
  ) { exam in [40, 1].map { exam.autoencoder([3, 4, 2], samples: 3, scale: $0) } },

  decoded.check(
    "08.autoencoder.decode", points: 2,
    claim: "the second half of the layers makes the reconstruction, with no ReLU behind the last",
    hints: ["An entry may be below 0: what comes out behind the last layer?"]
  ) { exam in
    [40.0, 1].map { scale in
      var input = exam.autoencoder([3, 4, 2], samples: 3)
      input.x = scale * exam.normal([3, 2])
      return input
    }
  },

  autoencoderLoss.check(
    "08.autoencoder.loss", .outputs, points: 2,
    claim: "the loss is the mean of the squared errors, over all entries of all samples",
    hints: ["N samples of D numbers: by what is the sum of the squares divided?"]
  ) { $0.autoencodersApart() },

  autoencoderLoss.check(
    "08.autoencoder.gradient", .gradients(), points: 4,
    claim: "the gradients of the loss reach every parameter of both halves, in their order",
    hints: [
      "What is the derivative of (y - target)² / (N · D) at y?",
      "As in exercise 05's network: every layer in reverse, and the ReLUs between them.",
    ]
  ) { $0.autoencodersApart() },
]

let denoisingChecks = [
  Check(
    "08.denoising.corrupted",
    claim: "a share of the entries is set to 0, and all others stay as they are",
    points: 1, bonus: 2,
    hints: ["As dropout, but for one thing. Which?"], examine: examineCorruption)
]

private func examineNew(_ exam: Examination) throws {
  let sizes = [[40, 30, 20], [25, 12], [30, exam.count(in: 8...12), 9, 5], [18, 25, 14]]
  let question = NewAutoencoders(sizes, seed: exam.seed)
  let answer = try exam.ask(.newAutoencoders, question)
  exam.note(answer, of: .newAutoencoders, question)
  try exam.require(answer.nets.count == sizes.count)
  for (sizes, net) in zip(sizes, answer.nets) {
    let all = Array(sizes.dropLast()) + sizes.reversed()
    let expected = zip(all, all.dropFirst()).flatMap { [[$0, $1], [$1]] }
    try exam.expect(
      net.tensors.map(\.shape) == expected,
      "the sizes \(sizes) gave parameters of the shapes \(net.tensors.map(\.shape)), "
        + "expected \(expected)")
    for i in stride(from: 0, to: net.tensors.count, by: 2) {
      let (weights, bias) = (net.tensors[i], net.tensors[i + 1])
      try exam.expect(
        abs(bias).max() == 0, "the bias of layer \(i / 2 + 1) is not 0")
      if weights.count >= 300 {
        try exam.expectNormal(
          weights, deviation: (2 / Double(weights.shape[0])).squareRoot(),
          named: "the weights \(weights.shape) of layer \(i / 2 + 1)")
      }
    }
  }
  let twice = try exam.ask(.newAutoencoders, NewAutoencoders([[6, 4], [6, 4]], seed: exam.seed))
  try exam.require(twice.nets.count == 2)
  try exam.expect(
    twice.nets[0].tensors[0] != twice.nets[1].tensors[0],
    "two autoencoders that were made one after the other have the same weights")
  try exam.expect(
    try exam.ask(.newAutoencoders, question).parts.map(\.value) == answer.parts.map(\.value),
    "the same generator gave other weights the second time")
  let other = try exam.ask(
    .newAutoencoders, NewAutoencoders(sizes, seed: exam.seed &+ 1))
  try exam.expect(
    other.nets[0].tensors[0] != answer.nets[0].tensors[0],
    "another generator gave the same weights")
}

private func examineCorruption(_ exam: Examination) throws {
  let p = exam.number(in: 0.2...0.45)
  let x = exam.awayFromZero([40, 50])
  // At last samples of another shape, with entries further than any bound.
  let far = 60 * exam.awayFromZero([50, 40])
  for (p, samples) in [(p, [x, x, x.converted(to: .float32), far]), (1, [x]), (0, [x])] {
    let input = ChanceInput(samples, amount: p, seed: exam.seed)
    let answer = try exam.ask(.corrupted, input)
    exam.note(answer, of: .corrupted, input)
    try exam.require(answer.tensors.count == samples.count)
    for (x, seen) in zip(samples, answer.tensors) {
      try exam.expect(seen.shape == x.shape, "the samples came back as \(seen.shape)")
      let changed = zip(x.scalars, seen.scalars).first { $1 != 0 && $1 != $0 }
      try exam.expect(
        changed == nil,
        "an entry \(changed?.0 ?? 0) became \(changed?.1 ?? 0), expected 0 or itself")
      try exam.expectShares(Tensor(seen .== 0).reshaped(to: [40, 50]), p, "set to 0")
    }
    if samples.count > 1 {
      try exam.expect(
        answer.tensors[0] != answer.tensors[1],
        "two calls one after the other spoilt the same entries")
      try exam.expect(
        try exam.ask(.corrupted, input).tensors == answer.tensors,
        "the same generator spoilt other entries the second time")
    }
  }
  exam.award(2, "Samples are spoilt as they should be: 2 points more.")
}

extension Examination {
  fileprivate func autoencoders() -> [(sizes: [Int], samples: Int)] {
    let n = counts(3, in: 3...6)
    return [
      ([n[0], 3], n[1]), ([n[1], 4, 2], n[2]), ([4, 4, 4], 4), ([n[2], 5, 3, 2], 1), ([1, 1], 3),
      ([2, 6], 2),
    ]
  }

  /// With targets that are others than the samples, and with numbers further than any bound.
  fileprivate func autoencodersApart() -> [AutoencoderInput] {
    [1, 40].map { autoencoder([3, 2], samples: 4, apart: true, scale: $0) }
  }

  /// An autoencoder none of whose ReLUs is near its kink, and samples whose target is they themselves,
  /// or, where it is `apart`, another.
  fileprivate func autoencoder(
    _ sizes: [Int], samples: Int, apart: Bool = false, scale: Double = 1
  ) -> AutoencoderInput {
    let all = Array(sizes.dropLast()) + sizes.reversed()
    while true {
      let parameters = zip(all, all.dropFirst()).flatMap { inputs, outputs in
        [normal([inputs, outputs]), normal([outputs])]
      }
      let x = scale * normal([samples, sizes[0]])
      var (signal, nearest) = (x, Double.infinity)
      for i in stride(from: 0, to: parameters.count - 2, by: 2) {
        let (weights, bias) = (parameters[i], parameters[i + 1])
        signal = signal.matmul(weights) + bias
        nearest = min(nearest, abs(signal).min())
        signal = max(signal, 0)
      }
      if nearest > 1e-3 {
        return AutoencoderInput(
          parameters, x: x, target: apart ? scale * normal([samples, sizes[0]]) : x)
      }
    }
  }
}
