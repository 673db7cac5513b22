import Datasets
import Doorway
import Grading
import Tensors

/// How the student's convolutional network is trained, and what is asked of it.
struct Training09: ExerciseTraining {
  let trains = Question<Training<OwnSettings>, TrainingCurve>.convNetTraining
  let predicts = Question<UnlabeledImages, Predictions>.convNetPredictions

  /// All is in the student's own file.
  func settings(for data: TrainingData, seed: UInt64) -> OwnSettings {
    OwnSettings("MyConvNet.swift", seed: seed)
  }

  func threshold(on data: TrainingData) -> Double { Self.steps(on: data)[0].accuracy }

  /// The accuracies that give something: all points, and what comes on top of them.
  static func steps(on data: TrainingData) -> [(accuracy: Double, bonus: Int)] {
    data.isReal ? [(0.65, 0), (0.75, 5)] : [(0.35, 0), (0.43, 5)]
  }

  func model(of subject: any Subject, on data: TrainingData) throws -> TrainedModel? {
    let weights = try subject.ask(.convNetWeights, [NoInput()], limits: .convNetTraining)[0]
    return TrainedModel(
      tensors: ConvNetModel.tensors(of: weights), metadata: [OwnModel.dataset: data.name])
  }
}

/// The file of a trained network of exercise 09.
enum ConvNetModel {
  /// 5,000,000 numbers of 4 bytes are 19.1 MiB; the rest is for what the file says of them.
  static let file = ModelFile(bytes: 20 << 20, parameters: 5_000_000)

  static func tensors(of weights: ConvNetWeights) -> [String: Tensor] {
    let names = names(weights.parameters.count, weights.statistics.count)
    return Dictionary(
      uniqueKeysWithValues: zip(
        names, weights.parameters + weights.statistics + [weights.mean, weights.deviation]))
  }

  /// Returns what `model` holds for a network with such shapes.
  ///
  /// - Throws: `RefusedWork` where it holds something else.
  static func weights(
    in model: Safetensors, shapes: ConvNetShapes, image: [Int], classes: Int
  ) throws -> ConvNetWeights {
    let names = names(shapes.parameters.count, shapes.statistics.count)
    let expected = shapes.parameters + shapes.statistics + [[image[0]], [image[0]]]
    let tensors = try OwnModel.tensors(named: names, of: expected, in: model, file)
    let count = shapes.parameters.count
    return ConvNetWeights(
      parameters: tensors.prefix(count).map { $0.converted(to: .float32) },
      statistics: tensors.dropFirst(count).dropLast(2).map { $0.converted(to: .float32) },
      mean: tensors[tensors.count - 2], deviation: tensors[tensors.count - 1], image: image,
      classes: classes)
  }

  private static func names(_ parameters: Int, _ statistics: Int) -> [String] {
    (0..<parameters).map { "parameters.\($0)" } + (0..<statistics).map { "statistics.\($0)" }
      + ["mean", "deviation"]
  }
}
