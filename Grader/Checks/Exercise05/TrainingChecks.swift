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
    mistakes: [
      KnownMistake("solver.freshOptimizer", "every step is made by a new copy of the optimizer")
    ],
    limits: .training
  ) { exam in
    let training = Training.ofTenImages(epochs: 30, seed: exam.seed)
    let losses = try exam.ask(.networkTraining, training).trainingLosses
    try exam.expectOutcome(
      losses.count == 30 && losses[29] < 0.1, after: .networkTraining, training,
      tellingBy: .probe(seed: exam.seed),
      "after \(losses.count) epochs the training loss is \(losses.last ?? .nan)")
  },

  Check(
    "05.training.momentum",
    claim: "with the same learning rate, momentum brings the loss down further than SGD alone",
    points: 3, buildsOn: ["05.net.gradient", "05.momentum.velocity", "05.solver.steps"],
    hints: ["Does the velocity survive from one batch to the next when the solver holds it?"],
    mistakes: [
      KnownMistake("solver.freshOptimizer", "every step is made by a new copy of the optimizer")
    ],
    limits: .training
  ) { exam in
    func run(_ rule: TrainingSettings.Rule) -> Training {
      Training(
        on: .synthetic(count: 200, seed: exam.seed), .smallNetwork(rule, seed: exam.seed))
    }
    let plain = try exam.ask(.networkTraining, run(.sgd))
    let heavy = try exam.ask(.networkTraining, run(.momentum))
    let (slow, fast) = (plain.trainingLosses.last ?? .nan, heavy.trainingLosses.last ?? .nan)
    try exam.expectOutcome(
      fast < 0.8 * slow, after: .networkTraining, run(.momentum),
      tellingBy: .probe(seed: exam.seed),
      "SGD ends with a loss of \(slow), SGD with momentum with \(fast)")
  },

  Check(
    "05.training.accuracy",
    claim: "your network, trained by your solver, reaches the accuracy that the data set allows",
    points: 4, buildsOn: ["05.training.overfit", "05.solver.best"],
    hints: [
      "Ten classes: an accuracy near 10 % is guessing. Run 'grader train 05' and watch the losses."
    ],
    mistakes: [
      KnownMistake("net.zeros", "all weights start at 0, so that all hidden units stay alike")
    ],
    limits: .longTraining
  ) { exam in
    let training = Training(on: try exam.data.source, .recommended(for: exam.data, seed: exam.seed))
    _ = try exam.ask(.networkTraining, training)
    let accuracy = try exam.subject.accuracy(on: try exam.data.test(), limits: exam.check.limits)
    let threshold = AccuracyThreshold.exercise05(on: exam.data)
    let reached = "\(exam.data.name): \(percent(accuracy)) of the test images are recognised, "
    try exam.expectOutcome(
      accuracy >= threshold, after: .networkTraining, training,
      tellingBy: .probe(seed: exam.seed),
      reached + "\(percent(threshold)) are asked for")
  },
]

/// The accuracies that are asked for.
public enum AccuracyThreshold {
  /// 48 % on CIFAR-10, as the original course asks.
  public static func exercise05(on data: TrainingData) -> Double {
    data.isReal ? 0.48 : 0.6
  }
}

extension Training {
  /// What tells the mistakes of training apart: after ten epochs their losses differ from the
  /// reference's by a tenth or more, and from each other's by a hundredth.
  fileprivate static func probe(seed: UInt64) -> Training { ofTenImages(epochs: 10, seed: seed) }

  /// A run in which ten images are learnt by heart, and as many are looked at besides.
  fileprivate static func ofTenImages(epochs: Int, seed: UInt64) -> Training {
    var settings = TrainingSettings.smallNetwork(.momentum, seed: seed)
    (settings.images, settings.validationImages) = (20, 10)
    (settings.epochs, settings.batchSize) = (epochs, 5)
    return Training(on: .synthetic(count: 20, seed: seed), settings)
  }
}

extension TrainingSettings {
  /// What makes a two-layer network train well: on CIFAR-10 in some minutes, on the synthetic set
  /// in seconds.
  public static func recommended(for data: TrainingData, seed: UInt64) -> TrainingSettings {
    data.isReal
      ? TrainingSettings(
        validationImages: 5000, hidden: [256], weightDeviation: 0.01, regularization: 5e-4,
        rule: .momentum, learningRate: 1e-3, batchSize: 100, epochs: 12, patience: 3, seed: seed)
      : TrainingSettings(
        validationImages: 200, hidden: [50], weightDeviation: 0.01, regularization: 1e-4,
        rule: .momentum, learningRate: 1e-2, batchSize: 50, epochs: 5, patience: 3, seed: seed)
  }

  fileprivate static func smallNetwork(_ rule: Rule, seed: UInt64) -> TrainingSettings {
    TrainingSettings(
      validationImages: 20, hidden: [32], weightDeviation: 0.01, rule: rule, learningRate: 5e-3,
      batchSize: 20, epochs: 15, patience: .max, seed: seed)
  }
}

private func percent(_ fraction: Double) -> String {
  "\((fraction * 1000).rounded() / 10) %"
}
