import Datasets
import Doorway
import Exercise05
import Tensors

func answerTraining(_ answers: inout Doorway.Answers) {
  answers.to(.solver) { run in
    let script = Script(run)
    var solver = script.solver
    var generator = SeededGenerator(seed: run.seed)
    var trace = LoopTrace()
    switch run.call {
    case .epochs:
      trace.history = (0..<run.epochs).map { _ in
        let loss = solver.trainEpoch(on: script.samples, using: &generator)
        return LoopEpoch(trainingLoss: loss, steps: script.steps.entries.count)
      }
    case .training:
      for _ in 0..<run.calls {
        let epochs = solver.train(
          on: script.samples,
          validatingOn: Samples(inputs: run.validationSamples, labels: run.validationLabels),
          epochs: run.epochs, using: &generator)
        trace.history += epochs.map { LoopEpoch($0, steps: 0) }
        trace.lengths.append(epochs.count)
      }
    }
    trace.steps = script.steps.entries
    trace.done = script.done.entries
    trace.parameters = solver.network.parameters
    trace.next = generator.next()
    return trace
  }

  var trained: (network: ClassificationNet, statistics: ChannelStatistics)?
  answers.to(.networkTraining) { (training: Training<Settings05>, report) in
    let (curve, network, statistics) = try train(training, report: report)
    trained = (network, statistics)
    return curve
  }
  answers.to(.networkWeights) { (_: NoInput, _) in
    guard let (network, statistics) = trained else { throw Untrained() }
    return OwnWeights(
      parameters: network.parameters.map { $0.converted(to: .float32) },
      mean: statistics.mean, deviation: statistics.deviation)
  }
  answers.to(.networkLoading) { (weights: OwnWeights, _) in
    let parameters = weights.parameters
    // Made by its own initialiser, so that it has the activation that the student has chosen.
    var generator = SeededGenerator(seed: 0)
    var network = ClassificationNet(
      sizes: [parameters[0].shape[0]]
        + stride(from: 1, to: parameters.count, by: 2).map { parameters[$0].count },
      weightDeviation: 0.01, regularization: 0, using: &generator)
    network.parameters = parameters
    trained = (network, ChannelStatistics(mean: weights.mean, deviation: weights.deviation))
    return OwnShapes(network.parameters.map(\.shape))
  }
  func pixels(of images: UnlabeledImages) throws -> (ClassificationNet, Tensor) {
    guard let (network, statistics) = trained else { throw Untrained() }
    let images = Images(bytes: Array(images.bytes.data), shape: images.shape)
    return (network, statistics.standardized(images.pixels(in: 0..<images.count)))
  }
  answers.to(.networkPredictions) { (images: UnlabeledImages, _) in
    let (network, pixels) = try pixels(of: images)
    return Predictions(network.predictions(for: pixels))
  }
  answers.to(.networkLogits) { (images: UnlabeledImages, _) in
    let (network, pixels) = try pixels(of: images)
    return network.forward(pixels).logits
  }
}

/// A trained network was asked for before there was one.
private struct Untrained: Error {}

private func train(
  _ training: Training<Settings05>, report: @escaping Doorway.Answers.Report
) throws -> (TrainingCurve, ClassificationNet, ChannelStatistics) {
  let settings = training.settings
  var images =
    switch training.source {
    case .folder(let folder): try CIFAR10.training(in: folder)
    case .synthetic(let count, let seed): SyntheticCIFAR10.training(count: count, seed: seed)
    }
  if let count = settings.images {
    images = images.subset(Array(0..<min(count, images.count)))
  }
  var generator = SeededGenerator(seed: settings.seed)
  let parts = images.split(validationCount: settings.validationImages, using: &generator)
  let statistics = parts.training.channelStatistics()
  let samples = { (images: LabeledImages) in
    Samples(labels: images.labels) { statistics.standardized(images.pixels(at: $0)) }
  }

  let network = ClassificationNet(
    sizes: [images.imageShape.reduce(1, *)] + settings.hidden + [images.classNames.count],
    weightDeviation: settings.weightDeviation, regularization: settings.regularization,
    using: &generator)
  let optimizer: any Optimizer =
    switch settings.rule {
    case .sgd: SGD(learningRate: settings.learningRate)
    case .momentum: SGDMomentum(learningRate: settings.learningRate)
    }
  let epochs = Log<Epoch>()
  nonisolated(unsafe) let report = report
  var solver = Solver(
    network: network, optimizer: optimizer, batchSize: settings.batchSize,
    patience: settings.patience
  ) { epoch in
    epochs.entries.append(epoch)
    report(
      TrainingProgress(
        epoch: epochs.entries.count, epochs: settings.epochs, trainingLoss: epoch.trainingLoss,
        validation: .init(loss: epoch.validationLoss, accuracy: epoch.validationAccuracy)))
  }
  let history = solver.train(
    on: samples(parts.training),
    validatingOn: samples(settings.validationImages == 0 ? parts.training : parts.validation),
    epochs: settings.epochs,
    using: &generator)
  return (
    TrainingCurve(
      trainingLosses: history.map(\.trainingLoss), validationLosses: history.map(\.validationLoss)),
    solver.network, statistics
  )
}

/// The parts of a scripted run that watch the solver at work.
private struct Script {
  let run: LoopRun
  let steps = Log<LoopStep>()
  let done = Log<LoopEpoch>()

  init(_ run: LoopRun) {
    self.run = run
  }

  var samples: Samples { Samples(inputs: run.samples, labels: run.labels) }

  var solver: Solver {
    let (steps, done) = (steps, done)
    return Solver(
      network: ClassificationNet(
        parameters: run.script[0], activation: Softsign(), regularization: run.regularization),
      optimizer: ScriptedOptimizer(script: run.script, steps: steps), batchSize: run.batchSize,
      patience: run.patience
    ) { epoch in
      done.entries.append(LoopEpoch(epoch, steps: steps.entries.count))
    }
  }
}

extension LoopEpoch {
  fileprivate init(_ epoch: Epoch, steps: Int) {
    self.init(
      trainingLoss: epoch.trainingLoss, validationLoss: epoch.validationLoss,
      validationAccuracy: epoch.validationAccuracy, steps: steps)
  }
}

/// Sets the parameters to the next of the script, whatever the gradients say. How far it has come is
/// its own: a copy of it begins anew.
private struct ScriptedOptimizer: Optimizer {
  let script: [[Tensor]]
  let steps: Log<LoopStep>
  var next = 1

  mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    steps.entries.append(LoopStep(parameters: parameters, gradients: gradients))
    parameters = script[min(next, script.count - 1)]
    next += 1
  }
}

/// What happened, in order. A class, because the one who writes is a copy of what we hold; a
/// subject does one thing at a time, so nothing guards it.
private final class Log<Entry>: @unchecked Sendable {
  var entries: [Entry] = []
}
