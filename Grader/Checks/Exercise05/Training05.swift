import Doorway
import Grading

/// How the network of exercise 05 is trained.
struct Training05: ExerciseTraining {
  let trains = Question<Training<Settings05>, TrainingCurve>.networkTraining
  let predicts = Question<UnlabeledImages, Predictions>.networkPredictions

  /// What makes a two-layer network train well: on CIFAR-10 in some minutes, on the synthetic set
  /// in seconds.
  func settings(for data: TrainingData, seed: UInt64) -> Settings05 {
    data.isReal
      ? Settings05(
        validationImages: 5000, hidden: [256], weightDeviation: 0.01, regularization: 5e-4,
        rule: .momentum, learningRate: 1e-3, batchSize: 100, epochs: 12, patience: 3, seed: seed)
      : Settings05(
        validationImages: 200, hidden: [50], weightDeviation: 0.01, regularization: 1e-4,
        rule: .momentum, learningRate: 1e-2, batchSize: 50, epochs: 5, patience: 3, seed: seed)
  }

  /// 48 % on CIFAR-10, as the original course asks.
  func threshold(on data: TrainingData) -> Double {
    data.isReal ? 0.48 : 0.6
  }

  func model(of subject: any Subject, on data: TrainingData) throws -> TrainedModel? {
    let weights = try subject.ask(.networkWeights, [NoInput()], limits: .longTraining)[0]
    return TrainedModel(
      tensors: OwnModel.tensors(of: weights), metadata: [OwnModel.dataset: data.name])
  }

  var benches: [EpochBench<Settings05>] {
    [64, 256].map { batch in
      .ofAffineLayers(
        "epoch", sizes: [3072, 200, 10], images: 5_000, batch: batch,
        Settings05(
          validationImages: 1, hidden: [200], weightDeviation: 0.01, rule: .momentum,
          learningRate: 1e-3, batchSize: batch, epochs: 1, patience: .max, seed: 1))
    }
  }
}
