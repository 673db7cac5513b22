import Datasets
import Doorway
import Exercise05
import Tensors

func answerTraining(_ answers: inout Doorway.Answers) {
  answers.to(.solverEpochs) { run in
    let script = Script(run)
    var solver = script.solver
    var generator = SeededGenerator(seed: run.seed)
    let losses = (0..<run.epochs).map { _ in
      solver.trainEpoch(on: script.samples, using: &generator)
    }
    return script.trace(of: solver, trainingLosses: losses)
  }
  answers.to(.solverTraining) { run in
    let script = Script(run)
    var solver = script.solver
    var generator = SeededGenerator(seed: run.seed)
    let validation = Samples(
      inputs: Tensor(zeros: [4, 1]), labels: [Int](repeating: 0, count: 4))
    let history = solver.train(
      on: script.samples, validatingOn: validation, epochs: run.epochs, using: &generator)
    var trace = script.trace(of: solver, trainingLosses: history.map(\.trainingLoss))
    trace.validationLosses = history.map(\.validationLoss)
    return trace
  }

  var trained: (network: ClassificationNet, statistics: ChannelStatistics)?
  answers.to(.networkTraining) { (training: Training<Settings05>, report) in
    let (curve, network, statistics) = try train(training, report: report)
    trained = (network, statistics)
    return curve
  }
  answers.to(.networkPredictions) { (images: UnlabeledImages, _) in
    guard let (network, statistics) = trained else { throw Untrained() }
    let images = Images(bytes: Array(images.bytes.data), shape: images.shape)
    return Predictions(
      network.predictions(for: statistics.standardized(images.pixels(in: 0..<images.count))))
  }
}

/// `network.predict` was asked before `network.train`.
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
        validationLoss: epoch.validationLoss, validationAccuracy: epoch.validationAccuracy))
  }
  let history = solver.train(
    on: samples(parts.training), validatingOn: samples(parts.validation), epochs: settings.epochs,
    using: &generator)
  return (
    TrainingCurve(
      trainingLosses: history.map(\.trainingLoss), validationLosses: history.map(\.validationLoss)),
    solver.network, statistics
  )
}

/// The parts of a scripted run that watch the solver at work.
private struct Script {
  let run: ScriptedRun
  let updates = Log<Int>()
  let batches = Log<[Int]>()

  init(_ run: ScriptedRun) {
    self.run = run
  }

  var samples: Samples {
    let batches = batches
    return Samples(labels: [Int](repeating: 0, count: run.samples)) { indices in
      batches.entries.append(indices)
      return Tensor(zeros: [indices.count, 1])
    }
  }

  var solver: Solver {
    let classes = run.biases[0].count
    let layer = Affine(weights: Tensor(zeros: [1, classes]), bias: Tensor(zeros: [classes]))
    return Solver(
      network: ClassificationNet(layers: [layer]),
      optimizer: ScriptedOptimizer(biases: run.biases, updates: updates),
      batchSize: run.batchSize, patience: run.patience)
  }

  func trace(of solver: Solver, trainingLosses: [Double]) -> RunTrace {
    RunTrace(
      trainingLosses: trainingLosses, bias: solver.network.layers[0].bias,
      batches: batches.entries, updates: updates.entries.count)
  }
}

/// Sets the bias to the next value of the script, whatever the gradients say.
private struct ScriptedOptimizer: Optimizer {
  let biases: [[Double]]
  let updates: Log<Int>

  mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    parameters[1] = Tensor(biases[min(updates.entries.count, biases.count - 1)])
    updates.entries.append(gradients.count)
  }
}

/// What happened, in order. A class, because the one who writes is a copy of what we hold; a
/// subject does one thing at a time, so nothing guards it.
private final class Log<Entry>: @unchecked Sendable {
  var entries: [Entry] = []
}
