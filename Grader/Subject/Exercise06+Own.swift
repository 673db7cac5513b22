import Datasets
import Doorway
import Exercise05
import Exercise06
import Tensors

/// How the questions about the student's own network are answered.
func answerOwn06(_ answers: inout Doorway.Answers) {
  answers.to(.ownShapes) { input in
    var generator = SeededGenerator(seed: input.seed)
    let network = MyNetwork().network(
      inputs: input.inputs, classes: input.classes, using: &generator)
    return OwnShapes(network.parameters.map(\.shape))
  }

  var trained: TrainedNetwork?
  answers.to(.ownTraining) { (training: Training<OwnSettings>, report) in
    let network = try train(training, report: report)
    trained = network
    return TrainingCurve(
      trainingLosses: network.history.map(\.trainingLoss),
      validationLosses: network.history.map(\.validationLoss))
  }
  answers.to(.ownSearch) { (input: SettingsSearch, report) in
    let progress = Progress(epochs: input.count * input.epochs, report)
    let runs = MyNetwork.searched(
      on: try images(of: input.source), count: input.count, epochs: input.epochs,
      seed: input.seed, epochDone: progress.tell)
    return SearchLog(runs.map { SearchLog.Run(settings: $0.settings, losses: $0.losses) })
  }
  answers.to(.ownWeights) { (_: NoInput, _) in
    guard let trained else { throw Untrained() }
    return OwnWeights(
      parameters: trained.network.parameters.map { $0.converted(to: .float32) },
      mean: trained.statistics.mean, deviation: trained.statistics.deviation)
  }
  answers.to(.ownLoading) { (weights: OwnWeights, _) in
    guard let classes = weights.parameters.last?.count else { throw Untrained() }
    var generator = SeededGenerator(seed: 0)
    var network = MyNetwork().network(
      inputs: weights.parameters[0].shape[0], classes: classes, using: &generator)
    network.parameters = weights.parameters
    trained = TrainedNetwork(
      network: network,
      statistics: ChannelStatistics(mean: weights.mean, deviation: weights.deviation))
    return OwnShapes(network.parameters.map(\.shape))
  }
  answers.to(.ownPredictions) { (images: UnlabeledImages, _) in
    guard let trained else { throw Untrained() }
    return Predictions(
      trained.predictions(for: Images(bytes: Array(images.bytes.data), shape: images.shape)))
  }
  answers.to(.ownLogits) { (images: UnlabeledImages, _) in
    guard let trained else { throw Untrained() }
    let images = Images(bytes: Array(images.bytes.data), shape: images.shape)
    let pixels = trained.statistics.standardized(images.pixels(in: 0..<images.count))
    return trained.network.forward(pixels).logits
  }
}

/// A trained network was asked for before there was one.
private struct Untrained: Error {}

private func images(of source: ImageSource) throws -> LabeledImages {
  switch source {
  case .folder(let folder): try CIFAR10.training(in: folder)
  case .synthetic(let count, let seed): SyntheticCIFAR10.training(count: count, seed: seed)
  }
}

private func train(
  _ training: Training<OwnSettings>, report: @escaping Doorway.Answers.Report
) throws -> TrainedNetwork {
  var mine = MyNetwork()
  if training.settings.epochs > 0 { mine.epochs = training.settings.epochs }
  let progress = Progress(epochs: mine.epochs, report)
  return TrainedNetwork(
    training: mine, on: try images(of: training.source), seed: training.settings.seed,
    epochDone: progress.tell)
}

/// Counts epochs, and tells of each. A subject does one thing at a time, so nothing guards it.
private final class Progress: @unchecked Sendable {
  private let epochs: Int
  private let report: Doorway.Answers.Report
  private var made = 0

  init(epochs: Int, _ report: @escaping Doorway.Answers.Report) {
    self.epochs = epochs
    self.report = report
  }

  func tell(_ epoch: Epoch) {
    made += 1
    report(
      TrainingProgress(
        epoch: made, epochs: epochs, trainingLoss: epoch.trainingLoss,
        validation: .init(loss: epoch.validationLoss, accuracy: epoch.validationAccuracy)))
  }
}
