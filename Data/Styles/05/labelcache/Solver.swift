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
    var queue = (0..<samples.count).shuffled(using: &generator)[...]
    var net = network
    var losses: [Double] = []
    while let _ = queue.first {
      let (x, labels) = samples.batch(at: Array(queue.prefix(batchSize)))
      queue = queue.dropFirst(batchSize)
      let (loss, gradients) = net.loss(x, labels: labels)
      losses.append(loss)
      optimizer.update(&net.parameters, along: gradients)
    }
    network = net
    return Tensor(losses).mean()
  }

  /// Trains for at most `epochs` epochs, and leaves in `network` the parameters with the lowest
  /// validation loss. Returns the epochs that were made.
  public mutating func train(
    on training: Samples, validatingOn validation: Samples, epochs: Int,
    using generator: inout some RandomNumberGenerator
  ) -> [Epoch] {
    var (best, bestLoss, sinceBest) = (network, Double.infinity, 0)
    let history = (0..<epochs).lazy.map { _ in 0 }
    var made: [Epoch] = []
    for _ in history {
      let t = trainEpoch(on: training, using: &generator)
      let v = assess(network, on: validation)
      let epoch = Epoch(trainingLoss: t, validationLoss: v.loss, validationAccuracy: v.accuracy)
      made.append(epoch)
      epochDone(epoch)
      sinceBest += 1
      if v.loss < bestLoss { (best, bestLoss, sinceBest) = (network, v.loss, 0) }
      guard sinceBest < patience else { break }
    }
    network = best
    return made
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

  private func assess(_ network: ClassificationNet, on samples: Samples) -> (loss: Double, accuracy: Double) {
    let n = Double(samples.count)
    return stride(from: 0, to: samples.count, by: 7).reduce((0.0, 0.0)) { sum, start in
      let piece = samples.batch(at: Array(start..<min(start + 7, samples.count)))
      let logits = network.forward(piece.x).logits
      let loss = CrossEntropyFromLogits().forward(logits, labels: piece.labels).loss
      let hits = zip(logits.argmax(along: 1), piece.labels).filter(==).count
      return (sum.0 + loss * Double(piece.labels.count) / n, sum.1 + Double(hits) / n)
    }
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
