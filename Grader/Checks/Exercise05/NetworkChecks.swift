import Doorway
import Grading
import Tensors

let networkChecks = [
  Check(
    "05.net.initialization",
    claim: "weights are drawn with the deviation that is asked for, and biases start at 0",
    points: 3,
    hints: [
      "Tensor(normal:using:) has deviation 1. How does it come to have another?",
      "The shapes are [inputs, outputs], and sizes names both for each layer.",
    ]
  ) { exam in
    let question = NewNet(sizes: [30, 20, 10], weightDeviation: 0.01, seed: exam.seed)
    let answer = try exam.ask(.netInitialization, question)
    let parameters = answer.tensors
    func expect(_ holds: Bool, _ sentence: String) throws {
      try exam.expect(holds, of: answer, to: .netInitialization, question, sentence)
    }
    let shapes = [[30, 20], [20], [20, 10], [10]]
    try expect(
      parameters.map(\.shape) == shapes,
      "the parameters have the shapes \(parameters.map(\.shape)), expected \(shapes)")
    for i in [0, 2] {
      let weights = parameters[i]
      let (mean, deviation) = (weights.mean(), weights.deviation)
      // Of n draws, the deviation is off by 1 / √2n of itself, one time in three.
      try expect(
        abs(deviation / 0.01 - 1) < 0.25,
        "the weights of layer \(i / 2) have a deviation of \(deviation), expected 0.01")
      try expect(
        abs(mean) < 0.003, "the weights of layer \(i / 2) have a mean of \(mean), expected 0")
      let bias = parameters[i + 1]
      try expect(
        bias.scalars.allSatisfy { $0 == 0 }, "the bias of layer \(i / 2) does not start at 0")
    }
    let again = try exam.ask(.netInitialization, question).tensors
    try expect(again == parameters, "the same generator gave other weights the second time")
    var other = question
    other.seed &+= 1
    try expect(
      try exam.ask(.netInitialization, other).tensors != parameters,
      "another generator gave the same weights")
  },

  Check(
    "05.net.forward",
    claim: "the activation stands between the affine layers, and not behind the last",
    points: 4, uses: ["05.sigmoid.forward", "05.relu.forward", "05.affine.forward"],
    hints: [
      "A network of one layer has no activation at all.",
      "Append a cache for each step, in the order of the steps.",
    ]
  ) { exam in
    for sizes in [[4, 3], [4, 5, 3], [6, 5, 4, 3]] {
      try exam.expectReference(
        .netForward, of: exam.net(sizes, .relu), exam.net(sizes, .sigmoid))
    }
  },

  Check(
    "05.net.loss",
    claim: "the loss is the cross-entropy plus regularization · Σ w², biases left out",
    points: 3, uses: ["05.crossEntropy.forward", "05.net.forward"],
    hints: ["Does every layer's W count, and does no bias?"]
  ) { exam in
    for regularization in [0, 0.1] {
      try exam.expectReference(
        .netLoss, of: exam.net([4, 3], .relu, regularization),
        exam.net([4, 5, 3], .sigmoid, regularization))
    }
  },

  Check(
    "05.net.gradient",
    claim: "the gradient of the loss is right at every weight and bias of every layer",
    points: 7,
    uses: [
      "05.sigmoid.gradient", "05.relu.gradient", "05.affine.gradient-x",
      "05.affine.gradient-weights", "05.affine.gradient-bias", "05.crossEntropy.gradient",
      "05.net.forward", "05.net.loss",
    ],
    hints: [
      "The way back is the way there, reversed: last layer, activation, the layer before …",
      "Which cache belongs to which step? Print caches.count for a network of two layers.",
      "parameters names the order in which the gradients are expected.",
    ]
  ) { exam in
    for input in [
      exam.net([3, 2], .relu), exam.net([3, 4, 2], .sigmoid), exam.net([3, 4, 3, 2], .relu),
    ] {
      try exam.expectGradients(.netGradients, ofLoss: .netLoss, at: input, along: input.paths)
    }
  },

  Check(
    "05.net.regularization",
    claim: "the penalty has its part in the gradient at the weights, and none at the biases",
    points: 3, buildsOn: ["05.net.loss"],
    hints: ["What is the derivative of λ w²?"]
  ) { exam in
    let input = exam.net([3, 4, 2], .sigmoid, 0.5)
    try exam.expectGradients(.netGradients, ofLoss: .netLoss, at: input, along: input.paths)
  },
]

extension Examination {
  /// Four samples, and a network of random parameters for them.
  fileprivate func net(
    _ sizes: [Int], _ activation: NetInput.Activation, _ regularization: Double = 0
  ) -> NetInput {
    let parameters = zip(sizes, sizes.dropFirst()).flatMap { inputs, outputs in
      [normal([inputs, outputs]), normal([outputs])]
    }
    return NetInput(
      parameters: parameters, activation: activation, regularization: regularization,
      x: normal([4, sizes[0]]), labels: labels(4, classes: sizes[sizes.count - 1]))
  }
}

extension NetInput {
  /// The way to each parameter.
  fileprivate var paths: [WritableKeyPath<NetInput, Tensor>] {
    parameters.indices.map { \NetInput.parameters[$0] }
  }
}

extension Tensor {
  /// The standard deviation of all entries.
  fileprivate var deviation: Double {
    let centered = self - mean()
    return (centered * centered).mean().squareRoot()
  }
}
