import Doorway
import Grading

/// How the network that is built on the graph of exercise 07 is trained.
struct Training07: ExerciseTraining {
  let trains = Question<Training<Settings05>, TrainingCurve>.graphTraining
  let predicts = Question<UnlabeledImages, Predictions>.graphPredictions

  /// Those of exercise 05, with a wider layer.
  func settings(for data: TrainingData, seed: UInt64) -> Settings05 {
    data.isReal
      ? Settings05(
        validationImages: 5000, hidden: [512], weightDeviation: 0.01, regularization: 1e-3,
        rule: .momentum, learningRate: 2e-3, batchSize: 100, epochs: 10, patience: .max, seed: seed)
      : Settings05(
        validationImages: 200, hidden: [50], weightDeviation: 0.01, regularization: 1e-4,
        rule: .momentum, learningRate: 1e-2, batchSize: 50, epochs: 5, patience: .max, seed: seed)
  }

  func threshold(on data: TrainingData) -> Double {
    data.isReal ? 0.5 : 0.6
  }

  var benches: [EpochBench<Settings05>] {
    [
      .ofAffineLayers(
        "epoch on a graph", sizes: [3072, 200, 10], images: 5_000, batch: 64,
        Settings05(
          validationImages: 1, hidden: [200], weightDeviation: 0.01, rule: .momentum,
          learningRate: 1e-3, batchSize: 64, epochs: 1, patience: .max, seed: 1))
    ]
  }
}
