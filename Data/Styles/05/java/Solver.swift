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
    let shuffledOrder: [Int] = Array(0..<samples.count).shuffled(using: &generator)
    var sumOfLosses: Double = 0.0
    var numberOfBatches: Int = 0
    for indices in BatchSequence(order: shuffledOrder, size: self.batchSize) {
      let (inputs, labels): (Tensor, [Int]) = samples.batch(at: indices)
      let (loss, gradients): (Double, [Tensor]) = self.network.loss(inputs, labels: labels)
      var parameters: [Tensor] = self.network.parameters
      self.optimizer.update(&parameters, along: gradients)
      self.network.parameters = parameters
      sumOfLosses += loss
      numberOfBatches += 1
    }
    return sumOfLosses / Double(numberOfBatches)
  }

  /// Trains for at most `epochs` epochs, and leaves in `network` the parameters with the lowest
  /// validation loss. Returns the epochs that were made.
  public mutating func train(
    on training: Samples, validatingOn validation: Samples, epochs: Int,
    using generator: inout some RandomNumberGenerator
  ) -> [Epoch] {
    let earlyStopping: EarlyStopping = EarlyStopping(patience: self.patience, initialNetwork: self.network)
    var history: [Epoch] = [Epoch]()
    for _ in 0..<epochs {
      let trainingLoss: Double = self.trainEpoch(on: training, using: &generator)
      let evaluation: (loss: Double, accuracy: Double) = self.evaluate(on: validation)
      let epoch: Epoch = Epoch(
        trainingLoss: trainingLoss, validationLoss: evaluation.loss, validationAccuracy: evaluation.accuracy)
      history.append(epoch)
      self.epochDone(epoch)
      earlyStopping.report(loss: evaluation.loss, network: self.network)
      if earlyStopping.shouldStop {
        break
      }
    }
    self.network = earlyStopping.bestNetwork
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

  private struct BatchSequence: Sequence, IteratorProtocol {
    let order: [Int]
    let size: Int
    var position = 0

    mutating func next() -> [Int]? {
      guard self.position < self.order.count else { return nil }
      let end: Int = Swift.min(self.position + self.size, self.order.count)
      defer { self.position = end }
      return Array(self.order[self.position..<end])
    }
  }

  private final class EarlyStopping {
    private let patience: Int
    private(set) var bestNetwork: ClassificationNet
    private var bestLoss: Double = .infinity
    private var epochsWithoutImprovement: Int = 0

    init(patience: Int, initialNetwork: ClassificationNet) {
      self.patience = patience
      self.bestNetwork = initialNetwork
    }

    func report(loss: Double, network: ClassificationNet) {
      if loss < self.bestLoss {
        self.bestLoss = loss
        self.bestNetwork = network
        self.epochsWithoutImprovement = 0
      } else {
        self.epochsWithoutImprovement += 1
      }
    }

    var shouldStop: Bool {
      return self.epochsWithoutImprovement >= self.patience
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
