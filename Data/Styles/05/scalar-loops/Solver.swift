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
    let perm: [Int] = permutation(samples.count, &generator);
    var total: Double = 0.0;
    var steps: Int = 0;
    var begin: Int = 0;
    while (begin < perm.count)
    {
      let end: Int = (begin + batchSize > perm.count) ? perm.count : begin + batchSize;
      var idx: [Int] = [];
      for k in begin ..< end { idx.append(perm[k]); }
      let b = samples.batch(at: idx);
      let r = network.loss(b.x, labels: b.labels);
      optimizer.update(&network.parameters, along: r.gradients);
      total += r.loss;
      steps += 1;
      begin = end;
    }
    return total / Double(steps);
  }

  /// Trains for at most `epochs` epochs, and leaves in `network` the parameters with the lowest
  /// validation loss. Returns the epochs that were made.
  public mutating func train(
    on training: Samples, validatingOn validation: Samples, epochs: Int,
    using generator: inout some RandomNumberGenerator
  ) -> [Epoch] {
    var epochsMade: [Epoch] = [];
    var bestLoss: Double = Double.greatestFiniteMagnitude;
    var bestParameters: [Tensor] = network.parameters;
    var waited: Int = 0;
    var e: Int = 0;
    while (e < epochs && waited < patience)
    {
      var epoch: Epoch = Epoch(trainingLoss: 0.0, validationLoss: 0.0, validationAccuracy: 0.0);
      epoch.trainingLoss = trainEpoch(on: training, using: &generator);
      (epoch.validationLoss, epoch.validationAccuracy) = evaluate(on: validation);
      epochsMade.append(epoch);
      epochDone(epoch);
      if (epoch.validationLoss < bestLoss)
      {
        bestLoss = epoch.validationLoss;
        bestParameters = network.parameters;
        waited = 0;
      }
      else { waited += 1; }
      e += 1;
    }
    network.parameters = bestParameters;
    return epochsMade;
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

  private func permutation(_ n: Int, _ generator: inout some RandomNumberGenerator) -> [Int]
  {
    var p: [Int] = Array(0 ..< n);
    var i: Int = n - 1;
    while (i > 0)
    {
      let j: Int = Int.random(in: 0 ... i, using: &generator);
      p.swapAt(i, j);
      i -= 1;
    }
    return p;
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
