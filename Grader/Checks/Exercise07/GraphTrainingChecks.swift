import Datasets
import Doorway
import Grading
import Tensors

private let drawn = nodeContract { exam in
  (0..<3).map { _ in exam.drawnGraph(steps: 40) }
}

let graphTrainingChecks = [
  Check(
    "07.node.random",
    claim: "in graphs drawn at random, values and gradients are right at every node",
    points: 3,
    uses: [
      "07.arithmetic.multiply", "07.arithmetic.divide", "07.reductions.sum", "07.reductions.max",
      "07.shapes.matmul", "07.shapes.concatenate", "07.shapes.rows", "07.node.accumulate",
    ],
    hints: [
      "Every operation has passed its own check? Then look at nodes that are used more than once."
    ]
  ) { exam in
    try exam.offer(.graphWays, small: SmallGraphs.ways(isScalar: false))
    for steps in [20, 60, 120] {
      let graph = exam.drawnGraph(steps: steps)
      let values = graph.values
      let upstream = exam.normal(values[values.count - 1].shape)
      let last = values.count - 1
      try exam.expectReference(
        .graphWays,
        of: GraphWays(graph, [.back(from: last, upstream), .back(from: last, 0.5 * upstream)]))
    }
  } proof: { exam in
    try drawn.check("", .both, points: 0, claim: "", hints: []).proof(exam)
    for _ in 0..<3 {
      let graph = exam.drawnGraph(steps: 60)
      let state = try exam.ask(.graphWays, GraphWays(graph, []))
      for (seen, expected) in zip(state.values, graph.values) {
        try exam.expect(
          seen.shape == expected.shape
            && zip(seen.scalars, expected.scalars).allSatisfy { abs($0 - $1) < 1e-10 },
          "a value differs from what Tensors makes of the same steps")
      }
    }
  },

  Check(
    "07.training.overfit",
    claim: "ten images are learnt by heart: the training loss falls below 0.1",
    points: 2, buildsOn: ["07.net.step"],
    hints: ["Every part has passed its own check. Print the loss of each step."],
    limits: .training
  ) { exam in
    let training = Training<Settings05>.tenImages(epochs: 30, seed: exam.seed)
    let curve = try exam.ask(.graphTraining, training)
    let images = SyntheticCIFAR10.training(count: 10, seed: exam.seed)
    let loss = try exam.subject.loss(on: images, by: .trainedLogits, limits: exam.check.limits)
    try exam.expectFigure(
      loss < 0.1, after: .graphTraining, training,
      tellingBy: .tenImages(epochs: 10, seed: exam.seed),
      "after \(curve.trainingLosses.count) epochs the trained network has a loss of "
        + "\(short(loss)) on the ten images that it was trained on")
  },

  Check(
    "07.training.accuracy",
    claim: "the network that is built on your graph reaches the accuracy that is asked for",
    points: 3, buildsOn: ["07.training.overfit"],
    hints: [
      "Ten classes: an accuracy near 10 % is guessing. Run '\(Sentences.grader) train 07' and watch the losses."
    ],
    limits: .longTraining
  ) { exam in
    try exam.expectAccuracy(
      Training07(), tellingBy: .tenImages(epochs: 10, seed: exam.seed))
  },
]

extension Training<Settings05> {
  /// A run in which ten images are learnt by heart, and looked at again to validate.
  fileprivate static func tenImages(epochs: Int, seed: UInt64) -> Training {
    Training(
      on: .synthetic(count: 10, seed: seed),
      Settings05(
        validationImages: 0, hidden: [32], weightDeviation: 0.01, rule: .momentum,
        learningRate: 5e-3, batchSize: 5, epochs: epochs, patience: .max, seed: seed))
  }
}
