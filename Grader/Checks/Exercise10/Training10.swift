import Datasets
import Doorway
import Foundation
import Grading

/// How the network of exercise 10 is trained where somebody watches, with what it finds hard.
struct Training10: TrainingPlan {
  /// Of the pixels that are named rightly. The scenes are made; no images are asked for.
  func threshold(on data: TrainingData) -> Double { Scenes10.accuracy }

  func run(
    _ subject: SubjectProcess, on data: TrainingData, seed: UInt64, epochs: Int?, exercise: String,
    began: (String) -> Void, epochDone: (TrainingProgress) -> Void
  ) throws -> any TrainingResult {
    began("\(Scenes10.training) scenes, as MySegmentationNet.swift says, seed \(seed)")
    let start = ContinuousClock.now
    let training = SceneTraining(count: Scenes10.training, seed: seed, epochs: epochs)
    _ = try subject.ask(
      .sceneTraining, [training], limits: .longTraining, progress: epochDone)
    let seconds = seconds(since: start)
    let scenes = SyntheticScenes.test(count: Scenes10.test, seed: seed)
    let found = try subject.ask(.sceneClasses, [scenes.images.asked], limits: .longTraining)[0]
      .classes
    // Who names more or fewer than there are has named none of them.
    let score = SceneScore(
      found: found.count == scenes.labels.count ? found : scenes.labels.map { _ in -1 },
      of: scenes)
    return SceneOutcome(
      exercise: exercise, seed: seed, accuracy: score.accuracy, meanIoU: score.meanIoU,
      shares: Dictionary(
        uniqueKeysWithValues: zip(scenes.classNames, score.shares).compactMap { name, share in
          share.map { (name, $0) }
        }), seconds: seconds, cpuSeconds: subject.end().cpuSeconds)
  }
}

/// What came of it; all but the times are fractions.
private struct SceneOutcome: TrainingResult {
  var exercise: String
  var seed: UInt64
  var accuracy: Double
  var meanIoU: Double

  /// The intersection over the union of each class that there was.
  var shares: [String: Double]
  var seconds: Double
  var cpuSeconds: Double

  var model: TrainedModel? { nil }

  private enum CodingKeys: CodingKey {
    case exercise, seed, accuracy, meanIoU, shares, seconds, cpuSeconds
  }

  var sentence: String {
    let classes = shares.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { String(format: "%@ %.2f", $0.key, $0.value) }
    return "Intersection over union, the hardest first: \(classes.joined(separator: ", ")).\n"
      + String(
        format: "%.1f %% of the pixels of %d new scenes named rightly, mean IoU %.2f, after %.1f s "
          + "(%.1f s of processor time).", 100 * accuracy, Scenes10.test, meanIoU, seconds,
        cpuSeconds)
  }
}
