import Datasets
import Doorway
import Foundation
import Grading
import Tensors

/// How classifiers of exercise 08 are trained with few labels, and what is asked of them.
struct Training08: TrainingPlan {
  let takesEpochs = false

  /// How many trainings are averaged, each with other labels, other images and another start. A
  /// check is content with two: of twenty pairs each had gained by its pretraining.
  private static let (count, checked) = (5, 2)

  /// The labels of each class, and the images without.
  private static let (labels, unlabeled) = (10, 4000)

  /// 55 % on MNIST, as the original course asks.
  func threshold(on data: TrainingData) -> Double { Self.steps(on: data)[0].accuracy }

  /// The accuracies that give something: all points, and what comes on top of them.
  static func steps(on data: TrainingData) -> [(accuracy: Double, bonus: Int)] {
    [(0.55, 0), (0.7, 2), (0.78, 4)]
  }

  /// What each training is told.
  static func transfers(
    on data: TrainingData, seed: UInt64, isPretrained: Bool, count: Int = checked
  ) throws -> [TransferInput] {
    try (0..<count).map { number in
      let own = Digest("\(seed), training \(number)").word
      let few = try data.fewLabels(perClass: labels, unlabeled: unlabeled, seed: own)
      return TransferInput(
        images: few.labeled.asked, labels: few.labeled.labels, unlabeled: few.unlabeled.asked,
        classes: few.labeled.classNames.count, isPretrained: isPretrained, seed: own)
    }
  }

  func run(
    _ subject: SubjectProcess, on data: TrainingData, seed: UInt64, epochs: Int?, exercise: String,
    began: (String) -> Void, epochDone: (TrainingProgress) -> Void
  ) throws -> any TrainingResult {
    began(
      "\(data.name): \(Self.count) trainings with \(Self.labels) labels a class, as Transfer.swift "
        + "says, seed \(seed)")
    var outcome = TransferOutcome(exercise: exercise, dataset: data.name, seed: seed)
    let test = try data.test()
    for isPretrained in [true, false] {
      let start = ContinuousClock.now
      let transfers = try Self.transfers(
        on: data, seed: seed, isPretrained: isPretrained, count: Self.count)
      for transfer in transfers {
        _ = try subject.ask(.transfer, [transfer], limits: .longTraining, progress: epochDone)
        let accuracy = try subject.accuracy(
          on: test, by: .transferPredictions, limits: .longTraining)
        if isPretrained {
          outcome.seeds.append(transfer.seed)
          outcome.pretrained.append(accuracy)
        } else {
          outcome.scratch.append(accuracy)
        }
      }
      let seconds = seconds(since: start)
      if isPretrained { outcome.seconds = seconds } else { outcome.scratchSeconds = seconds }
    }
    outcome.cpuSeconds = subject.end().cpuSeconds
    return outcome
  }
}

/// Accuracies are fractions; seconds are those of all trainings, with their tests.
private struct TransferOutcome: TrainingResult {
  var exercise: String
  var dataset: String
  var seed: UInt64

  /// Of each training.
  var seeds: [UInt64] = []
  var pretrained: [Double] = []
  var scratch: [Double] = []
  var seconds = 0.0
  var scratchSeconds = 0.0
  var cpuSeconds = 0.0

  init(exercise: String, dataset: String, seed: UInt64) {
    (self.exercise, self.dataset, self.seed) = (exercise, dataset, seed)
  }

  var model: TrainedModel? { nil }

  var sentence: String {
    func mean(_ x: [Double]) -> Double { 100 * x.reduce(0, +) / Double(max(x.count, 1)) }
    let rows = zip(pretrained, scratch).enumerated().map { i, pair in
      String(
        format: "training %d  pretrained %.1f %%  from scratch %.1f %%  (seed %llu)", i + 1,
        100 * pair.0, 100 * pair.1, seeds[i])
    }
    return rows.joined(separator: "\n")
      + String(
        format: "\n%@: test accuracy %.1f %% with the pretrained encoder, %.1f %% from scratch, in "
          + "%.1f s and %.1f s (%.1f s of processor time).", dataset, mean(pretrained),
        mean(scratch), seconds, scratchSeconds, cpuSeconds)
  }
}
