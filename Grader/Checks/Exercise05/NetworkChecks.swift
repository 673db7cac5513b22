import Doorway
import Grading
import Tensors

private let network = LayerContract(
  .netForward, forward: "net.forward", small: SmallCases.nets()
) { exam in
  exam.netsOfAllDepths()
}

private let loss = LayerContract(
  .netLoss, forward: "net.loss", backward: "the gradients of net.loss",
  small: SmallCases.nets() + SmallCases.nets(regularization: 0.5)
) { exam in
  exam.netsOfAllDepths()
}

private let penalized = LayerContract(
  .netLoss, forward: "net.loss", backward: "the gradients of net.loss",
  small: SmallCases.nets(regularization: 0.5)
) { exam in
  exam.penalizedNets()
}

let networkChecks = [
  Check(
    "05.net.initialization",
    claim: "weights are drawn with the deviation that is asked for, and biases start at 0",
    points: 3,
    hints: [
      "Tensor(normal:using:) has deviation 1. How does it come to have another?",
      "The shapes are [inputs, outputs], and sizes names both for each layer.",
    ],
    examine: NetworkContract(.netInitialization).expectInitialization),

  network.check(
    "05.net.forward", .outputs, points: 3,
    claim: "the activation stands between the affine layers, and not behind the last",
    uses: ["05.sigmoid.forward", "05.relu.forward", "05.affine.forward"],
    hints: [
      "A network of one layer has no activation at all.",
      "Append a cache for each step, in the order of the steps.",
    ]
  ) { $0.largeNets() },

  network.check(
    "05.net.linear", .outputs, points: 1,
    claim: "where the activation does not bend, all layers together are worth one affine layer",
    uses: ["05.affine.forward"],
    hints: [
      "(x W + b) V + c = x (W V) + ?",
      "Does your forward ask the activation that it was given?",
    ],
    alone: true, small: SmallCases.nets(.linear)
  ) {
    $0.linearNets()
  } proving: { exam in
    for net in exam.linearNets() {
      let logits = try exam.ask(.netForward, LayerRun([net])).outputs[0]
      let (weights, bias) = net.asOneLayer
      try exam.expect(
        abs(logits - (net.x.matmul(weights) + bias)).max() < 1e-10,
        "a network without a bend differs from one affine layer")
    }
  },

  loss.check(
    "05.net.loss", .outputs, points: 3,
    claim: "the loss is the cross-entropy plus regularization · Σ w², biases left out",
    uses: ["05.crossEntropy.forward", "05.net.forward"],
    hints: ["Does every layer's W count, and does no bias?"]
  ) { $0.penalizedNets() + $0.largeNets() },

  loss.check(
    "05.net.gradient", .gradients(), points: 7,
    claim: "the gradient of the loss is right at every weight and bias of every layer",
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
  ) { $0.largeNets() },

  penalized.check(
    "05.net.regularization", .gradients(), points: 3,
    claim: "the penalty has its part in the gradient at the weights, and none at the biases",
    buildsOn: ["05.net.loss"],
    hints: ["What is the derivative of λ w²?"]),
]

extension Examination {
  /// Networks of one to four layers with each activation, layers that are square, a single sample.
  fileprivate func netsOfAllDepths() -> [NetInput] {
    let n = counts(4, in: 2...5)
    let sizes = [[n[0], 3], [n[1], n[2], 2], [3, 3, 3, 3], [n[3], 3, 4, 2, 3]]
    let activations = NetInput.Activation.bending.shuffled(using: &generator)
    var nets = sizes.enumerated().map { i, sizes in
      net(sizes, activations[i % activations.count], samples: i == 1 ? 1 : count(in: 3...6))
    }
    nets += activations.map { net([3, n[0], n[1]], $0, samples: 4) }
    return nets
  }

  /// Networks of two to four layers that nothing bends, one of them through a narrow place.
  fileprivate func linearNets() -> [NetInput] {
    let n = counts(3, in: 2...6)
    return [[n[0], n[1], 3], [4, n[2], 1, 3], [3, 5, n[0], n[1], 2]].map {
      net($0, .linear, samples: count(in: 2...5))
    }
  }

  /// Networks with numbers too large for anybody to have clipped.
  fileprivate func largeNets() -> [NetInput] {
    [
      net([3, 4, 3], .sigmoid, samples: 5, scale: 2000),
      net([3, 4, 3], .given, samples: 4, weights: 200),
    ]
  }

  fileprivate func penalizedNets() -> [NetInput] {
    [[3, 2], [2, 4, 3], [3, 2, 3, 2]].enumerated().map { i, sizes in
      net(
        sizes, NetInput.Activation.bending[i], samples: count(in: 2...5),
        // As small as in training, and larger.
        regularization: number(in: [1e-4...9e-4, 0.01...0.1, 0.3...0.9][i]))
    }
  }
}

extension NetInput {
  /// The one affine layer that all of them together are, if nothing bends.
  fileprivate var asOneLayer: (weights: Tensor, bias: Tensor) {
    var (weights, bias) = (parameters[0], parameters[1])
    for i in stride(from: 2, to: parameters.count, by: 2) {
      (weights, bias) = (
        weights.matmul(parameters[i]), bias.matmul(parameters[i]) + parameters[i + 1]
      )
    }
    return (weights, bias)
  }
}
