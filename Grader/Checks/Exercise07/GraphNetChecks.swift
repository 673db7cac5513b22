import Doorway
import Grading
import Tensors

private let logits = LayerContract(
  .graphLogits, forward: "logits", backward: "the way back from the logits",
  small: SmallCases.nets()
) {
  $0.graphNets()
}

private let loss = LayerContract(
  .graphLoss, forward: "loss", backward: "the gradients of the loss",
  small: SmallCases.nets() + SmallCases.nets(regularization: 0.5)
) {
  $0.graphNets()
}

/// The losses of exercise 05, to all digits that the order of additions leaves.
private let same = Tolerance(absolute: 1e-10, relative: 1e-10)

let graphNetChecks = [
  logits.check(
    "07.net.logits", .both, points: 3,
    claim: "the activation stands between the affine layers, for samples of any shape",
    uses: ["07.shapes.matmul", "07.arithmetic.add", "07.functions.sigmoid", "07.functions.relu"],
    hints: [
      "A sample [2, 3] is a row of six entries: x.reshaped(to: [n, -1]).",
      "Does your network ask the activation that it was given?",
    ]
  ) { $0.largeInputs() },

  loss.check(
    "07.net.loss", .outputs, points: 4,
    claim: "the loss is that of exercise 05: the mean cross-entropy plus regularization · Σ w²",
    uses: [
      "07.net.logits", "07.reductions.logSumExp", "07.reductions.logSumExp-extremes",
      "07.shapes.gather", "07.reductions.mean",
    ],
    hints: [
      "For each sample: log Σ e^z minus the logit of its label.",
      "Does every layer's W count in the penalty, and does no bias?",
    ], tolerance: same
  ) { $0.sureNets() + $0.largeInputs() },

  loss.check(
    "07.net.gradient", .gradients(), points: 4,
    claim: "the loss has the right gradient at every weight and every bias",
    uses: ["07.net.loss", "07.reductions.sum", "07.arithmetic.power", "07.node.accumulate"],
    hints: [
      "Is every parameter a source of the loss, or has a value been made a new node somewhere?"
    ]
  ) { $0.sureNets() + $0.largeInputs() },

  Check(
    "07.net.step",
    claim: "a step clears, goes forward and back, and moves the parameters by the optimizer",
    points: 3, buildsOn: ["07.net.gradient"],
    hints: [
      "The optimizer keeps a velocity. Is it the one that was handed in that you move?",
      "Gradients add up. What is in them before the first step, and before the second?",
    ]
  ) { exam in
    try exam.offer(.graphSteps, small: SmallGraphs.steps)
    let net = exam.graphNet([3, 4, 3], .sigmoid, regularization: 0.1)
    let shape = try exam.ask(.graphLossNode, net).shape
    try exam.expect(shape == [], "loss returned a node of the shape \(shape), expected []")
    func courses(_ activations: [NetInput.Activation]) -> [[NetInput]] {
      activations.map { activation in
        let net = exam.graphNet([3, 4, 3], activation, regularization: exam.number(in: 0.01...0.1))
        return (0..<4).map { step in
          var batch = net
          // Once large enough for whoever clips.
          let isLarge = step == 1 && activation == .sigmoid
          batch.x = exam.normal([exam.count(in: 2...6), 3], deviation: isLarge ? 60 : 1)
          batch.labels = exam.labels(batch.x.shape[0], classes: 3)
          return batch
        }
      }
    }
    let descents = (0..<2).map { _ in
      Descent(learningRate: exam.number(in: 0.05...0.3), momentum: exam.number(in: 0.5...0.9))
    }
    for (disturbed, moved) in [([], []), ([0, 2], []), ([], [1, 3])] {
      try exam.expectReference(
        .graphSteps,
        of: GraphSteps(
          courses([.sigmoid, .given]), descents, disturbed: disturbed, moved: moved))
    }
  },
]

extension Examination {
  /// Networks of one to four layers with each activation; square ones, a single sample, images.
  fileprivate func graphNets() -> [NetInput] {
    let n = counts(3, in: 2...5)
    let penalty = number(in: 0.01...0.3)
    var image = graphNet([6, n[1], 3], .given, regularization: penalty)
    image.x = image.x.reshaped(to: [-1, 2, 3])
    return [
      graphNet([n[0], n[1], 3], .relu), graphNet([n[0], 3], .sigmoid, regularization: penalty),
      graphNet([3, 3, 3, 3], .given, regularization: 2 * penalty), image,
      graphNet([n[2], 3, 4, 2, 2], .sigmoid), graphNet([n[1], n[2], 4], .sigmoid, samples: 1),
      graphNet([3, n[0], 2], .relu, regularization: penalty),
      graphNet([n[1], 1, 3], .sigmoid, regularization: penalty),
    ]
  }

  /// Networks that are sure of themselves: logits of which no exponential survives.
  fileprivate func sureNets() -> [NetInput] {
    var net = graphNet([3, 4, 3], .sigmoid)
    net.parameters[2] *= 800
    return [net]
  }

  /// Samples with numbers too large for anybody to have clipped.
  fileprivate func largeInputs() -> [NetInput] {
    [NetInput.Activation.sigmoid, .given].map {
      var net = graphNet([3, 4, 3], $0, samples: 5)
      net.x *= 60
      return net
    }
  }

  fileprivate func graphNet(
    _ sizes: [Int], _ activation: NetInput.Activation, samples: Int? = nil,
    regularization: Double = 0
  ) -> NetInput {
    net(
      sizes, activation, samples: samples ?? count(in: 2...6), regularization: regularization)
  }
}
