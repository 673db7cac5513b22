import Datasets
import Doorway
import Grading
import Tensors

let trainingChecks = [
  Check(
    "05.training.overfit",
    claim: "ten images are learnt by heart: the training loss falls below 0.1",
    points: 3, buildsOn: ["05.net.gradient", "05.momentum.velocity", "05.solver.steps"],
    hints: [
      "Every part has passed its own check. What happens between them? Print the loss of each epoch."
    ],
    limits: .training
  ) { exam in
    let training = Training<Settings05>.ofTenImages(epochs: 30, seed: exam.seed)
    let curve = try exam.ask(.networkTraining, training)
    let loss = try exam.lossOfTrainedNetwork(training)
    try exam.expectFigure(
      loss < 0.1, after: .networkTraining, training, tellingBy: .probe(seed: exam.seed),
      "after \(curve.trainingLosses.count) epochs the trained network has a loss of \(short(loss)) on "
        + "the ten images that it was trained on")
    let told = curve.validationLosses.min() ?? .nan
    try exam.expectOutcome(
      Tolerance.shortRun.accepts(told, for: loss) || abs(told - loss) < 1e-4,
      after: .networkTraining, training, tellingBy: .probe(seed: exam.seed),
      "the history tells a lowest validation loss of \(short(told)), and the network that is left has "
        + "one of \(short(loss)) on the same images")
  },

  Check(
    "05.training.momentum",
    claim: "with the same learning rate, momentum brings the loss down further than SGD alone",
    points: 3, buildsOn: ["05.net.gradient", "05.momentum.velocity", "05.solver.steps"],
    hints: ["Does the velocity survive from one batch to the next when the solver holds it?"],
    limits: .training
  ) { exam in
    func run(_ rule: Settings05.Rule) -> Training<Settings05> {
      Training(
        on: .synthetic(count: 60, seed: exam.seed), .smallNetwork(rule, seed: exam.seed))
    }
    func loss(_ rule: Settings05.Rule) throws -> Double {
      _ = try exam.ask(.networkTraining, run(rule))
      return try exam.lossOfTrainedNetwork(run(rule))
    }
    let (slow, fast) = (try loss(.sgd), try loss(.momentum))
    try exam.expectFigure(
      fast < 0.8 * slow, after: .networkTraining, run(.momentum),
      tellingBy: .probe(seed: exam.seed),
      "SGD ends with a loss of \(short(slow)), SGD with momentum with \(short(fast))")
  },

  Check(
    "05.training.accuracy",
    claim: "your network, trained by your solver, reaches the accuracy that the data set allows",
    points: 4, buildsOn: ["05.training.overfit", "05.solver.best"],
    hints: [
      "Ten classes: an accuracy near 10 % is guessing. Run '\(Sentences.grader) train 05' and watch the losses."
    ],
    limits: .longTraining
  ) { try $0.expectAccuracy(Training05(), tellingBy: .probe(seed: $0.seed)) },
]

extension Training<Settings05> {
  /// What tells the mistakes of training apart: after ten epochs their losses differ from the
  /// reference's by a tenth or more, and from each other's by a hundredth.
  fileprivate static func probe(seed: UInt64) -> Training { ofTenImages(epochs: 10, seed: seed) }

  /// A run in which ten images are learnt by heart, and looked at again to validate.
  fileprivate static func ofTenImages(epochs: Int, seed: UInt64) -> Training {
    var settings = Settings05.smallNetwork(.momentum, seed: seed)
    (settings.epochs, settings.batchSize) = (epochs, 5)
    return Training(on: .synthetic(count: 10, seed: seed), settings)
  }
}

extension Settings05 {
  fileprivate static func smallNetwork(_ rule: Rule, seed: UInt64) -> Settings05 {
    Settings05(
      validationImages: 0, hidden: [32], weightDeviation: 0.01, rule: rule, learningRate: 5e-3,
      batchSize: 10, epochs: 8, patience: .max, seed: seed)
  }
}

extension Examination {
  /// The mean cross-entropy of the network that was trained last, on all images of `training`: from
  /// its own logits, but by nobody's word.
  fileprivate func lossOfTrainedNetwork(_ training: Training<Settings05>) throws -> Double {
    guard case .synthetic(let count, let seed) = training.source else { return .nan }
    return try subject.loss(
      on: SyntheticCIFAR10.training(count: count, seed: seed), by: .networkLogits,
      limits: check.limits)
  }
}
