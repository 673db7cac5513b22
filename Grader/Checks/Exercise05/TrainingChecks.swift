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
    limits: .training
  ) { exam in
    func run(_ rule: Settings05.Rule) -> Training<Settings05> {
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
    limits: .longTraining
  ) { exam in
    let training = Training05()
    let run = Training(
      on: try exam.data.source, training.settings(for: try exam.data, seed: exam.seed))
    _ = try exam.ask(.networkTraining, run)
    let accuracy = try exam.subject.accuracy(
      on: try exam.data.test(), by: .networkPredictions, limits: exam.check.limits)
    let threshold = training.threshold(on: try exam.data)
    let reached = try "\(exam.data.name): \(percent(accuracy)) of the test images are recognised, "
    try exam.expectOutcome(
      accuracy >= threshold, after: .networkTraining, run,
      tellingBy: .probe(seed: exam.seed),
      reached + "\(percent(threshold)) are asked for")
  },
]

extension Training<Settings05> {
  /// What tells the mistakes of training apart: after ten epochs their losses differ from the
  /// reference's by a tenth or more, and from each other's by a hundredth.
  fileprivate static func probe(seed: UInt64) -> Training { ofTenImages(epochs: 10, seed: seed) }

  /// A run in which ten images are learnt by heart, and as many are looked at besides.
  fileprivate static func ofTenImages(epochs: Int, seed: UInt64) -> Training {
    var settings = Settings05.smallNetwork(.momentum, seed: seed)
    (settings.images, settings.validationImages) = (20, 10)
    (settings.epochs, settings.batchSize) = (epochs, 5)
    return Training(on: .synthetic(count: 20, seed: seed), settings)
  }
}

extension Settings05 {
  fileprivate static func smallNetwork(_ rule: Rule, seed: UInt64) -> Settings05 {
    Settings05(
      validationImages: 20, hidden: [32], weightDeviation: 0.01, rule: rule, learningRate: 5e-3,
      batchSize: 20, epochs: 15, patience: .max, seed: seed)
  }
}

private func percent(_ fraction: Double) -> String {
  "\((fraction * 1000).rounded() / 10) %"
}
