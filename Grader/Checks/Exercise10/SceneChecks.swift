import Datasets
import Doorway
import Grading

/// Scenes to train on and to be tested on, what is asked for, and what gives more.
enum Scenes10 {
  static let training = 1200
  static let test = 300
  static let accuracy = 0.64
  static let better = 0.82
}

let sceneChecks = [
  Check(
    "10.own.accuracy",
    claim: "your network names 64 % of the pixels of scenes that it has not seen",
    points: 6, bonus: 5, uses: ["10.loss.gradient", "10.uNet.layers"],
    hints: [
      "A pixel is not known by its colour. How many rows and columns does an output of yours see?",
      "If the loss jumps, the rate is too high; if it creeps, too low.",
    ],
    limits: .sceneTraining
  ) { exam in
    let training = SceneTraining(count: Scenes10.training, seed: exam.seed)
    let shapes = try exam.ask(.sceneShapes, training)
    _ = try OwnModel.checkCount(of: shapes.parameters + shapes.statistics)
    _ = try exam.ask(.sceneTraining, training)
    // The subject knows `exam.seed`, and could make the scenes that follow from it.
    let scenes = SyntheticScenes.test(count: Scenes10.test, seed: exam.generator.next())
    let found = try exam.ask(.sceneClasses, scenes.images.asked).classes
    try exam.expect(
      found.count == scenes.labels.count,
      "\(found.count) classes came back, expected one for each of \(scenes.labels.count) pixels")
    let score = SceneScore(found: found, of: scenes)
    let sentence =
      "\(percent(score.accuracy)) of the pixels are named rightly, and the mean IoU is "
      + percent(score.meanIoU)
    try exam.expectFigure(
      score.accuracy >= Scenes10.accuracy, after: .sceneTraining, training,
      tellingBy: SceneTraining(count: 32, seed: exam.seed),
      "\(sentence); \(percent(Scenes10.accuracy)) of the pixels are asked for")
    if score.accuracy >= Scenes10.better { exam.award(5, "\(sentence): 5 points more.") }
  }
]

extension Limits {
  static let sceneTraining = Limits(cpuSeconds: 240, longestSeconds: 1800)
}

/// What is counted over a whole set, on this side of the doorway.
struct SceneScore {
  let accuracy: Double
  let meanIoU: Double

  /// The intersection over the union of each class; nil of one that is neither there nor named.
  let shares: [Double?]

  init(found: [Int], of scenes: LabeledScenes) {
    let classes = scenes.classNames.count
    var (right, kept) = (0, 0)
    var intersections = [Int](repeating: 0, count: classes)
    var unions = intersections
    for (found, label) in zip(found, scenes.labels) where label != LabeledScenes.ignored {
      kept += 1
      unions[label] += 1
      if found == label {
        right += 1
        intersections[label] += 1
      } else if unions.indices.contains(found) {
        unions[found] += 1
      }
    }
    accuracy = Double(right) / Double(max(kept, 1))
    shares = zip(intersections, unions).map { $1 > 0 ? Double($0) / Double($1) : nil }
    let present = shares.compactMap(\.self)
    meanIoU = present.reduce(0, +) / Double(max(present.count, 1))
  }
}
