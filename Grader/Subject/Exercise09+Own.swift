import Datasets
import Doorway
import Exercise05
import Exercise09
import Tensors

func answerOwn09(_ answers: inout Doorway.Answers) {
  answerKeypoints09(&answers)
  answers.to(.convNetShapes) { input in
    var generator = SeededGenerator(seed: input.seed)
    return ConvNetShapes(
      MyConvNet().network(image: input.image, classes: input.classes, using: &generator))
  }

  var trained: (network: TrainedConvNet, image: [Int], classes: Int)?
  answers.to(.convNetTraining) { (training: Training<OwnSettings>, report) in
    var mine = MyConvNet()
    if training.settings.epochs > 0 { mine.epochs = training.settings.epochs }
    let images = try images(of: training.source)
    var made = 0
    let network = TrainedConvNet(
      training: mine, on: images, seed: training.settings.seed
    ) { epoch in
      made += 1
      report(
        TrainingProgress(
          epoch: made, epochs: mine.epochs, trainingLoss: epoch.trainingLoss,
          validation: .init(loss: epoch.validationLoss, accuracy: epoch.validationAccuracy)))
    }
    trained = (network, images.imageShape, images.classNames.count)
    return TrainingCurve(
      trainingLosses: network.history.map(\.trainingLoss),
      validationLosses: network.history.map(\.validationLoss))
  }
  answers.to(.convNetWeights) { (_: NoInput, _) in
    guard let (trained, image, classes) = trained else { throw Untrained() }
    return ConvNetWeights(
      parameters: trained.network.parameters.map { $0.converted(to: .float32) },
      statistics: trained.network.statistics.map { $0.converted(to: .float32) },
      mean: trained.statistics.mean, deviation: trained.statistics.deviation, image: image,
      classes: classes)
  }
  answers.to(.convNetLoading) { (weights: ConvNetWeights, _) in
    var generator = SeededGenerator(seed: 0)
    var network = MyConvNet().network(
      image: weights.image, classes: weights.classes, using: &generator)
    network.parameters = weights.parameters
    network.statistics = weights.statistics
    let statistics = ChannelStatistics(mean: weights.mean, deviation: weights.deviation)
    trained = (
      TrainedConvNet(network: network, statistics: statistics), weights.image, weights.classes
    )
    return ConvNetShapes(network)
  }
  answers.to(.convNetPredictions) { (images: UnlabeledImages, _) in
    guard let trained else { throw Untrained() }
    return Predictions(
      trained.network.predictions(
        for: Images(bytes: Array(images.bytes.data), shape: images.shape)))
  }
  answers.to(.convNetLogits) { (images: UnlabeledImages, _) in
    guard let trained = trained?.network else { throw Untrained() }
    let images = Images(bytes: Array(images.bytes.data), shape: images.shape)
    var network = trained.network
    let pixels = trained.statistics.standardized(images.pixels(in: 0..<images.count))
    return network.forward(pixels, training: false).output
  }
}

private func answerKeypoints09(_ answers: inout Doorway.Answers) {
  answers.to(.squaredError) { run in
    run.trace { input in
      MeanSquaredError().forward(input.found, targets: input.right)
    } backward: { _, _, cache in
      MeanSquaredError().backward(cache: cache)
    }
  }
  answers.to(.keypointScore) { run in
    run.trace { keypointScore($0.found, targets: $0.right) }
  }
  var trained: TrainedKeypointNet?
  answers.to(.keypointTraining) { (input: KeypointTraining, _) in
    let network = TrainedKeypointNet(
      training: MyKeypointNet(), on: SyntheticFaces.training(count: input.count, seed: input.seed),
      seed: input.seed)
    trained = network
    return TrainingCurve(trainingLosses: network.losses, validationLosses: [])
  }
  answers.to(.keypoints) { (images: UnlabeledImages, _) in
    guard let trained else { throw Untrained() }
    return trained.keypoints(
      of: Images(bytes: Array(images.bytes.data), shape: images.shape))
  }
}

/// A trained network was asked for before there was one.
private struct Untrained: Error {}

extension ConvNetShapes {
  fileprivate init(_ network: Chain) {
    self.init(
      parameters: network.parameters.map(\.shape), statistics: network.statistics.map(\.shape))
  }
}

private func images(of source: ImageSource) throws -> LabeledImages {
  switch source {
  case .folder(let folder): try CIFAR10.training(in: folder)
  case .synthetic(let count, let seed): SyntheticCIFAR10.training(count: count, seed: seed)
  }
}
