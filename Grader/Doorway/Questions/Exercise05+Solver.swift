import Tensors

/// A training run in which nothing is left to chance but the order of the samples.
///
/// All samples are zeros with label 0, and instead of an optimizer there is a script: the n-th
/// update sets the bias of the only layer to `biases[n]`. So the loss of a batch depends on the
/// number of updates before it, and on nothing else.
public struct ScriptedRun: Codable, Sendable {
  public var samples: Int
  public var batchSize: Int
  public var epochs: Int
  public var patience: Int
  public var biases: [[Double]]
  public var seed: UInt64

  public init(
    samples: Int, batchSize: Int, epochs: Int, patience: Int = .max, biases: [[Double]],
    seed: UInt64
  ) {
    self.samples = samples
    self.batchSize = batchSize
    self.epochs = epochs
    self.patience = patience
    self.biases = biases
    self.seed = seed
  }
}

/// What a solver did in a scripted run.
public struct RunTrace: Answer {
  /// The mean loss that was returned for each epoch.
  public var trainingLosses: [Double]
  public var validationLosses: [Double]

  /// The bias that the network has in the end, `[C]`.
  public var bias: Tensor

  /// The indices of each batch that was asked for, in order.
  public var batches: [[Int]]

  /// How many updates had been made when all was done.
  public var updates: Int

  public init(
    trainingLosses: [Double], validationLosses: [Double] = [], bias: Tensor, batches: [[Int]],
    updates: Int
  ) {
    self.trainingLosses = trainingLosses
    self.validationLosses = validationLosses
    self.bias = bias
    self.batches = batches
    self.updates = updates
  }

  /// The order of the samples is the subject's own choice, so batches are no part of it.
  public var parts: [Part] {
    [
      Part("the number of updates", Tensor(Double(updates))),
      Part("the training losses of the epochs", Tensor(trainingLosses)),
      Part("the validation losses of the epochs", Tensor(validationLosses)),
      Part("the bias in the end", bias),
    ]
  }
}

extension Question where Input == ScriptedRun, Reply == RunTrace {
  /// One `trainEpoch` after the other.
  public static var solverEpochs: Self { Self("05.solver.epochs") }
  /// `train`, with four validation samples.
  public static var solverTraining: Self { Self("05.solver.training") }
}
