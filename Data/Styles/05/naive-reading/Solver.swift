import Tensors

/// Trains a network: mini-batches, a look at the validation samples after each epoch, an end when
/// those have stopped improving, and the best network found, not the last.
public struct Solver: Sendable {
  public var network: ClassificationNet
  public var optimizer: any Optimizer
  public var batchSize: Int

  /// How many epochs in a row may bring no lower validation loss before training ends.
  public var patience: Int

  /// Called with each epoch as it is done: the place to print a loss.
  public var epochDone: @Sendable (Epoch) -> Void

  public init(
    network: ClassificationNet, optimizer: any Optimizer, batchSize: Int = 100,
    patience: Int = .max, epochDone: @escaping @Sendable (Epoch) -> Void = { _ in }
  ) {
    self.network = network
    self.optimizer = optimizer
    self.batchSize = batchSize
    self.patience = patience
    self.epochDone = epochDone
  }

  /// Passes once over all samples in a new order, `batchSize` at a time (the last batch may be
  /// smaller), and moves the parameters after each batch.
  ///
  /// Returns the mean over the batches of the loss that each had before its step.
  public mutating func trainEpoch(
    on samples: Samples, using generator: inout some RandomNumberGenerator
  ) -> Double {
    guard samples.count > 0 else { return 0 }
    let sampleShape = Array(samples.batch(at: [0]).x.shape.dropFirst())
    let order = Array(0..<samples.count).shuffled(using: &generator)
    let count = (samples.count + batchSize - 1) / batchSize
    var mean = 0.0
    for b in 0..<count {
      let mine = order[(b * batchSize)..<min(samples.count, (b + 1) * batchSize)]
      let singles = mine.map { samples.batch(at: [$0]) }
      let x = Tensor(concatenating: singles.map(\.x), along: 0).reshaped(to: [mine.count] + sampleShape)
      let (loss, gradients) = network.loss(x, labels: mine.map { samples.labels[$0] })
      optimizer.update(&network.parameters, along: gradients)
      mean += (loss - mean) / Double(b + 1)
    }
    return mean
  }

  /// Trains for at most `epochs` epochs, and leaves in `network` the parameters with the lowest
  /// validation loss. Returns the epochs that were made.
  public mutating func train(
    on training: Samples, validatingOn validation: Samples, epochs: Int,
    using generator: inout some RandomNumberGenerator
  ) -> [Epoch] {
    var best: ClassificationNet? = nil
    var lowest = Double.infinity
    var stale = 0
    var history: [Epoch] = []
    defer { if let best { network = best } }
    for _ in 1...max(epochs, 1) where epochs > 0 {
      let trainingLoss = trainEpoch(on: training, using: &generator)
      let (validationLoss, validationAccuracy) = evaluate(on: validation)
      let epoch = Epoch(
        trainingLoss: trainingLoss, validationLoss: validationLoss,
        validationAccuracy: validationAccuracy)
      epochDone(epoch)
      history.append(epoch)
      let improved = validationLoss < lowest
      (lowest, stale) = improved ? (validationLoss, 0) : (lowest, stale + 1)
      if improved { best = network }
      if stale == patience { return history }
    }
    return history
  }

  /// Returns the mean cross-entropy of all samples, without the penalty, and the fraction that is
  /// classified correctly. It is given: there is nothing to write here.
  public func evaluate(on samples: Samples) -> (loss: Double, accuracy: Double) {
    var total = 0.0
    var right = 0
    for start in stride(from: 0, to: samples.count, by: 1000) {
      let (x, labels) = samples.batch(at: Array(start..<min(start + 1000, samples.count)))
      let logits = network.forward(x).logits
      total += CrossEntropyFromLogits().forward(logits, labels: labels).loss * Double(labels.count)
      right += zip(logits.argmax(along: 1), labels).count { $0 == $1 }
    }
    return (total / Double(samples.count), Double(right) / Double(samples.count))
  }
}

/// What one epoch brought.
public struct Epoch: Sendable, Equatable {
  public var trainingLoss: Double
  public var validationLoss: Double

  /// A fraction, 0 ... 1.
  public var validationAccuracy: Double

  public init(trainingLoss: Double, validationLoss: Double, validationAccuracy: Double) {
    self.trainingLoss = trainingLoss
    self.validationLoss = validationLoss
    self.validationAccuracy = validationAccuracy
  }
}
