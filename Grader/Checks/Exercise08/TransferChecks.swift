import Datasets
import Doorway
import Foundation
import Grading
import Tensors

let transferChecks = [
  Check(
    "08.transfer.accuracy",
    claim:
      "with the labels of a hundred images your classifier recognises what the course asks for",
    points: 6, bonus: 4, buildsOn: ["08.transfer.pretrained", "08.transfer.trained"],
    hints: [
      "Ten classes: 10 % is guessing. Run '\(Sentences.grader) train 08' and watch the losses.",
      "Is the network as good on the hundred images themselves?",
    ], limits: .transfer
  ) { exam in
    let data = try exam.data
    let transfers = try Training08.transfers(on: data, seed: exam.seed, isPretrained: true)
    let accuracies = try exam.accuracies(after: transfers)
    let mean = accuracies.reduce(0, +) / Double(accuracies.count)
    try exam.expectAccuracy(
      mean, on: data, steps: Training08.steps(on: data),
      ending: " in the mean of \(accuracies.count) trainings", after: .transfer, transfers[0],
      tellingBy: exam.probe())
  },

  Check(
    "08.transfer.gain",
    claim: "the encoder that has seen images without labels is worth more than one from scratch",
    points: 4, buildsOn: ["08.transfer.pretrained", "08.transfer.trained"],
    hints: [
      "Print both accuracies. Does the pretrained encoder have too few epochs, or the other too many?",
      "What does a training with a high rate leave of what the encoder has learnt?",
    ], limits: .transfer
  ) { exam in
    let data = try exam.data
    func mean(isPretrained: Bool) throws -> Double {
      let accuracies = try exam.accuracies(
        after: Training08.transfers(on: data, seed: exam.seed, isPretrained: isPretrained))
      return accuracies.reduce(0, +) / Double(accuracies.count)
    }
    let (own, scratch) = (try mean(isPretrained: true), try mean(isPretrained: false))
    let transfers = try Training08.transfers(on: data, seed: exam.seed, isPretrained: true)
    try exam.expectFigure(
      own > scratch, after: .transfer, transfers[0], tellingBy: exam.probe(),
      "\(data.name): in the mean of \(transfers.count) trainings \(percent(own)) are recognised with "
        + "the pretrained encoder, and \(percent(scratch)) from scratch")
  },
]

extension Limits {
  /// For four trainings, each of which takes some seconds.
  fileprivate static let transfer = Limits(cpuSeconds: 300)
}

extension Examination {
  /// The accuracies that the subject comes to after each of `transfers`.
  fileprivate func accuracies(after transfers: [TransferInput]) throws -> [Double] {
    let test = try data.test()
    return try transfers.map { transfer in
      _ = try ask(.transfer, transfer)
      return try subject.accuracy(on: test, by: .transferPredictions, limits: check.limits)
    }
  }

  /// A short run, which tells mistakes of training apart.
  fileprivate func probe() -> TransferInput {
    let images = SyntheticDigits.training(count: 240, seed: seed)
    return TransferInput(
      images: images.subset(Array(0..<40)).asked, labels: Array(images.labels.prefix(40)),
      unlabeled: images.subset(Array(40..<240)).asked, classes: 10, isPretrained: true, seed: seed)
  }
}
