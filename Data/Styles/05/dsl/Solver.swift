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
    func draw(_ pool: inout [Int]) -> Int { pool.remove(at: Int.random(in: pool.indices, using: &generator)) }
    var pool = Array(samples.labels.indices)
    var losses: [Double] = []
    while pool.count > 0 {
      var batch: [Int] = []
      while batch.count < batchSize, !pool.isEmpty { batch.append(draw(&pool)) }
      let (x, y) = samples.batch(at: batch)
      let (loss, dp) = network.loss(x, labels: y)
      losses.append(loss)
      optimizer.update(&network.parameters, along: dp)
    }
    return losses.isEmpty ? 0 : losses.reduce(0, +) / Double(losses.count)
  }

  /// Trains for at most `epochs` epochs, and leaves in `network` the parameters with the lowest
  /// validation loss. Returns the epochs that were made.
  public mutating func train(
    on training: Samples, validatingOn validation: Samples, epochs: Int,
    using generator: inout some RandomNumberGenerator
  ) -> [Epoch] {
    var saved: [(epoch: Epoch, network: ClassificationNet)] = []
    func bestIndex() -> Int? { saved.indices.min { saved[$0].epoch.validationLoss < saved[$1].epoch.validationLoss } }
    for _ in 0..<epochs where saved.isEmpty || saved.count - 1 - bestIndex()! < patience {
      let t = trainEpoch(on: training, using: &generator)
      let v = evaluate(on: validation)
      saved.append((Epoch(trainingLoss: t, validationLoss: v.loss, validationAccuracy: v.accuracy), network))
      epochDone(saved.last!.epoch)
    }
    if let i = bestIndex() { network = saved[i].network }
    return saved.map(\.epoch)
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
