import Tensors

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
