import Datasets
import Doorway
import Exercise05
import Exercise06
import Exercise08
import Tensors

func answerDecay08(_ answers: inout Doorway.Answers) {
  answers.to(.penalized) { run in
    run.trace {
      Penalized($0.plain, strength: $0.strength)
    } set: {
      ($0.learningRate, $0.strength) = ($1.learningRate, $1.strength)
    } update: {
      $0.update(&$1, along: $2)
    }
  }
  answers.to(.decayed) { run in
    run.trace {
      Decayed($0.plain, strength: $0.strength)
    } set: {
      ($0.learningRate, $0.strength) = ($1.learningRate, $1.strength)
    } update: {
      $0.update(&$1, along: $2)
    }
  }
  answers.to(.stepsUntilApart) { run in
    run.trace { race in
      StepApart(
        stepsUntilApart(
          race.one.pulled, race.other.pulled, from: race.parameters, along: race.steps,
          distance: race.distance))
    }
  }
}

func answerAutoencoder08(_ answers: inout Doorway.Answers) {
  answers.to(.newAutoencoders) { question in
    var generator = SeededGenerator(seed: question.seed)
    return NetList(
      question.sizes.map { Autoencoder(sizes: $0, using: &generator).network.parameters })
  }
  answers.to(.encoded) { run in
    run.trace { Autoencoder($0.parameters).encoded($0.x) }
  }
  answers.to(.decoded) { run in
    run.trace { Autoencoder($0.parameters).decoded($0.x) }
  }
  answers.to(.autoencoderLoss) { run in
    run.trace { input in
      Autoencoder(input.parameters).loss(input.x, target: input.target)
    } backward: { _, _, gradients in
      NetGradients(gradients)
    }
  }
}

func answerTransfer08(_ answers: inout Doorway.Answers) {
  answers.to(.classifier) { question in
    var generator = SeededGenerator(seed: question.seed)
    let network = Transfer().classifier(
      on: Autoencoder(question.parameters), classes: question.classes, using: &generator)
    return NetParameters(network.parameters)
  }
  answers.to(.pretrained) { question in
    var generator = SeededGenerator(seed: question.seed)
    var losses: [Double] = []
    var transfer = Transfer()
    if let hidden = question.hidden { transfer.hidden = hidden }
    if let epochs = question.epochs { transfer.pretrainingEpochs = epochs }
    let autoencoder = transfer.pretrained(on: pixels(of: question.images), using: &generator) {
      losses.append($0)
    }
    return PretrainedNet(parameters: autoencoder.network.parameters, losses: losses)
  }
  answers.to(.tuned) { question in
    var transfer = Transfer()
    if let epochs = question.epochs { transfer.trainingEpochs = epochs }
    func trained(on images: Tensor) -> ClassificationNet {
      var generator = SeededGenerator(seed: question.seed)
      return transfer.trained(
        Autoencoder(question.parameters).network, on: images, labels: question.labels,
        using: &generator)
    }
    if let before = question.before { _ = trained(on: before) }
    let network = trained(on: question.images)
    return TunedNet(
      parameters: network.parameters, logits: network.forward(question.images).logits)
  }

  var trained: ClassificationNet?
  answers.to(.transfer) { (input: TransferInput, report) in
    let transfer = Transfer()
    var losses: [Double] = []
    let network = transfer.classifier(
      for: FewLabels(
        images: pixels(of: input.images), labels: input.labels,
        unlabeled: pixels(of: input.unlabeled),
        classes: input.classes),
      isPretrained: input.isPretrained, seed: input.seed
    ) { loss in
      losses.append(loss)
      report(
        TrainingProgress(
          epoch: losses.count, epochs: transfer.pretrainingEpochs, trainingLoss: loss))
    }
    trained = network
    return TransferTrace(
      losses: losses, logits: network.forward(pixels(of: input.images)).logits)
  }
  answers.to(.transferPredictions) { (images: UnlabeledImages, _) in
    guard let trained else { throw Untrained() }
    return Predictions(trained.predictions(for: pixels(of: images)))
  }
}

/// A trained network was asked for before there was one.
private struct Untrained: Error {}

/// Numbers in 0 ... 1, `[N, C, H, W]`.
private func pixels(of images: UnlabeledImages) -> Tensor {
  let images = Images(bytes: Array(images.bytes.data), shape: images.shape)
  return images.pixels(in: 0..<images.count)
}

extension Autoencoder {
  fileprivate init(_ parameters: [Tensor]) {
    self.init(
      network: ClassificationNet(
        layers: stride(from: 0, to: parameters.count, by: 2).map {
          Affine(weights: parameters[$0], bias: parameters[$0 + 1])
        }))
  }
}

extension DecaySettings08 {
  fileprivate var plain: any RatedOptimizer {
    switch rule {
    case .sgd: SGD(learningRate: learningRate)
    case .momentum: SGDMomentum(learningRate: learningRate)
    case .adam: Adam(learningRate: learningRate)
    case .shrinking: Shrinking(learningRate: learningRate)
    }
  }

  fileprivate var pulled: any Optimizer {
    switch pull {
    case .none: plain
    case .penalty: Penalized(plain, strength: strength)
    case .decay: Decayed(plain, strength: strength)
    }
  }
}

/// An optimizer whose step depends on where it starts.
private struct Shrinking: RatedOptimizer {
  var learningRate: Double

  mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    for i in parameters.indices {
      parameters[i] = parameters[i] - learningRate * (gradients[i] + 0.5 * parameters[i])
    }
  }
}
