import Doorway
import Grading
import Tensors

/// How the student's own network of exercise 06 is trained, and what is asked of it.
struct Training06: ExerciseTraining {
  let trains = Question<Training<OwnSettings>, TrainingCurve>.ownTraining
  let predicts = Question<UnlabeledImages, Predictions>.ownPredictions

  let searches: Question<SettingsSearch, SearchLog>? = .ownSearch

  /// All is in the student's own file.
  func settings(for data: TrainingData, seed: UInt64) -> OwnSettings {
    OwnSettings("MyNetwork.swift", seed: seed)
  }

  /// 48 % on CIFAR-10, as the original course asks.
  func threshold(on data: TrainingData) -> Double { Self.steps(on: data)[0].accuracy }

  /// The accuracies that give something: all points, and what comes on top of them.
  static func steps(on data: TrainingData) -> [(accuracy: Double, bonus: Int)] {
    data.isReal ? [(0.48, 0), (0.52, 2), (0.55, 5)] : [(0.5, 0), (0.55, 2), (0.6, 5)]
  }

  func model(of subject: any Subject, on data: TrainingData) throws -> TrainedModel? {
    let weights = try subject.ask(.ownWeights, [NoInput()], limits: .ownTraining)[0]
    return TrainedModel(
      tensors: OwnModel.tensors(of: weights), metadata: [OwnModel.dataset: data.name])
  }
}
