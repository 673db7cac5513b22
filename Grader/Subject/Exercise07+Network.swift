import Datasets
import Doorway
import Exercise05
import Exercise07
import Tensors

func answerNetwork07(_ answers: inout Doorway.Answers) {
  answers.to(.graphLogits) { run in
    run.trace { input in
      let net = GraphNet(input)
      let logits = net.logits(input.x)
      return (logits.value, (net, logits))
    } backward: { _, upstream, pass in
      pass.0.gradients { pass.1.backward(upstream[0]) }
    }
  }
  answers.to(.graphLoss) { run in
    run.trace { input in
      let net = GraphNet(input)
      let loss = net.loss(input.x, labels: input.labels)
      return (loss.value.scalar, (net, loss))
    } backward: { _, _, pass in
      pass.0.gradients { pass.1.backward() }
    }
  }
  answers.to(.graphLossNode) { GraphNet($0).loss($0.x, labels: $0.labels).value }
  answers.to(.graphSteps) { input in
    let nets = input.courses.map { GraphNet($0[0]) }
    var optimizers = input.descents.map {
      SGDMomentum(learningRate: $0.learningRate, momentum: $0.momentum)
    }
    var course = GraphCourse(losses: nets.map { _ in [] }, parameters: nets.map { _ in [] })
    for number in input.courses[0].indices {
      for (i, net) in nets.enumerated() {
        let batch = input.courses[i][number]
        if input.moved.contains(number) {
          for parameter in net.parameters { parameter.value = 0.5 * parameter.value }
        }
        if input.disturbed.contains(number) {
          net.loss(batch.x, labels: batch.labels).backward()
        }
        course.losses[i].append(
          net.step(batch.x, labels: batch.labels, with: &optimizers[i]))
        course.parameters[i].append(net.parameters.map(\.value))
      }
    }
    return course
  }

  var trained: (network: GraphNet, statistics: ChannelStatistics)?
  answers.to(.graphTraining) { (training: Training<Settings05>, report) in
    let (curve, network, statistics) = try trainGraph(training, report: report)
    trained = (network, statistics)
    return curve
  }
  func pixels(of images: UnlabeledImages) throws -> (GraphNet, Tensor) {
    guard let (network, statistics) = trained else { throw Untrained() }
    let images = Images(bytes: Array(images.bytes.data), shape: images.shape)
    return (network, statistics.standardized(images.pixels(in: 0..<images.count)))
  }
  answers.to(.graphPredictions) { (images: UnlabeledImages, _) in
    let (network, pixels) = try pixels(of: images)
    return Predictions(network.predictions(for: pixels))
  }
  answers.to(.trainedLogits) { (images: UnlabeledImages, _) in
    let (network, pixels) = try pixels(of: images)
    return network.logits(pixels).value
  }
}

/// A trained network was asked for before there was one.
private struct Untrained: Error {}

extension GraphNet {
  fileprivate convenience init(_ input: NetInput) {
    let activation: (Node) -> Node =
      switch input.activation {
      case .sigmoid: { sigmoid($0) }
      case .relu: { relu($0) }
      case .given: { $0 * sigmoid($0) }
      case .linear: { $0 }
      }
    self.init(
      parameters: input.parameters, activation: activation, regularization: input.regularization)
  }

  /// The gradients at the parameters after a way back, and nothing of the ones before.
  fileprivate func gradients(after wayBack: () -> Void) -> NetGradients {
    parameters.forEach { $0.clearGradient() }
    wayBack()
    return NetGradients(parameters.map(\.gradient))
  }
}

private func trainGraph(
  _ training: Training<Settings05>, report: @escaping Doorway.Answers.Report
) throws -> (TrainingCurve, GraphNet, ChannelStatistics) {
  let settings = training.settings
  let images =
    switch training.source {
    case .folder(let folder): try CIFAR10.training(in: folder)
    case .synthetic(let count, let seed): SyntheticCIFAR10.training(count: count, seed: seed)
    }
  var generator = SeededGenerator(seed: settings.seed)
  let parts = images.split(validationCount: settings.validationImages, using: &generator)
  let statistics = parts.training.channelStatistics()
  let samples = { (images: LabeledImages) in
    Samples(labels: images.labels) { statistics.standardized(images.pixels(at: $0)) }
  }
  let start = ClassificationNet(
    sizes: [images.imageShape.reduce(1, *)] + settings.hidden + [images.classNames.count],
    weightDeviation: settings.weightDeviation, using: &generator)
  let network = GraphNet(
    parameters: start.parameters, regularization: settings.regularization)
  var made = 0
  let history = train(
    network,
    with: SGDMomentum(
      learningRate: settings.learningRate, momentum: settings.rule == .sgd ? 0 : 0.9),
    on: samples(parts.training),
    validatingOn: samples(settings.validationImages == 0 ? parts.training : parts.validation),
    batchSize: settings.batchSize, epochs: settings.epochs, using: &generator
  ) { epoch in
    made += 1
    report(
      TrainingProgress(
        epoch: made, epochs: settings.epochs, trainingLoss: epoch.trainingLoss,
        validation: .init(loss: epoch.validationLoss, accuracy: epoch.validationAccuracy)))
  }
  return (
    TrainingCurve(
      trainingLosses: history.map(\.trainingLoss), validationLosses: history.map(\.validationLoss)),
    network, statistics
  )
}
