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
  public static var solverEpochs: Self { Self("solver.epochs") }
  /// `train`, with four validation samples.
  public static var solverTraining: Self { Self("solver.training") }
}

/// A training run on images.
public struct Training: Codable, Sendable {
  /// What there is to train on. Test images, or their labels, are never part of it.
  public enum Source: Codable, Sendable, Equatable {
    /// A folder with the training files of CIFAR-10.
    case folder(String)
    /// That many synthetic images, drawn by that seed.
    case synthetic(count: Int, seed: UInt64)
  }

  public var source: Source
  public var settings: TrainingSettings

  public init(on source: Source, _ settings: TrainingSettings) {
    self.source = source
    self.settings = settings
  }
}

public struct TrainingSettings: Codable, Sendable {
  public enum Rule: String, Codable, Sendable { case sgd, momentum }

  /// How many of the images to use; all where it is nil.
  public var images: Int?
  public var validationImages: Int
  public var hidden: [Int]
  public var weightDeviation: Double
  public var regularization: Double
  public var rule: Rule
  public var learningRate: Double
  public var batchSize: Int
  public var epochs: Int
  public var patience: Int
  public var seed: UInt64

  public init(
    images: Int? = nil, validationImages: Int, hidden: [Int], weightDeviation: Double,
    regularization: Double = 0, rule: Rule, learningRate: Double, batchSize: Int, epochs: Int,
    patience: Int, seed: UInt64
  ) {
    self.images = images
    self.validationImages = validationImages
    self.hidden = hidden
    self.weightDeviation = weightDeviation
    self.regularization = regularization
    self.rule = rule
    self.learningRate = learningRate
    self.batchSize = batchSize
    self.epochs = epochs
    self.patience = patience
    self.seed = seed
  }
}

/// The losses of the epochs that a training run made.
public struct TrainingCurve: Answer {
  public var trainingLosses: [Double]
  public var validationLosses: [Double]

  public init(trainingLosses: [Double], validationLosses: [Double]) {
    self.trainingLosses = trainingLosses
    self.validationLosses = validationLosses
  }

  public var parts: [Part] {
    [
      Part("the training losses", Tensor(trainingLosses)),
      Part("the validation losses", Tensor(validationLosses)),
    ]
  }
}

extension Question where Input == Training, Reply == TrainingCurve {
  /// Trains a network and keeps it for `networkPredictions`.
  public static var networkTraining: Self { Self("network.train") }
}

/// Images without their labels: n times `shape` bytes, planes row-major.
public struct UnlabeledImages: Codable, Sendable {
  public var shape: [Int]
  public var bytes: Bytes

  public init(shape: [Int], bytes: Bytes) {
    self.shape = shape
    self.bytes = bytes
  }
}

/// The class of each of n images.
public struct Predictions: Answer {
  public var classes: [Int]

  public init(_ classes: [Int]) {
    self.classes = classes
  }

  public var parts: [Part] { [Part("the classes", Tensor(classes.map(Double.init)))] }
}

extension Question where Input == UnlabeledImages, Reply == Predictions {
  public static var networkPredictions: Self { Self("network.predict") }
}
