import Tensors

/// What the network of exercise 05 is and how it is trained.
public struct Settings05: TrainingSettings {
  public enum Rule: String, Codable, Sendable { case sgd, momentum }

  /// How many of the images to use; all where it is nil.
  public var images: Int?

  /// How many of them to validate on; where it is 0, those that it is trained on.
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

  public var summary: String {
    "hidden \(hidden), \(rule.rawValue), learning rate \(learningRate), batch \(batchSize), "
      + "at most \(countOfEpochs(epochs)), regularization \(regularization), seed \(seed)"
  }
}

extension Question where Input == Training<Settings05>, Reply == TrainingCurve {
  /// Trains a network and keeps it for `networkPredictions`.
  public static var networkTraining: Self { Self("05.network.train") }
}

extension Question where Input == UnlabeledImages, Reply == Predictions {
  public static var networkPredictions: Self { Self("05.network.predict") }
}

extension Question where Input == UnlabeledImages, Reply == Tensor {
  /// The logits of the network that `networkTraining` has trained, `[N, C]`.
  public static var networkLogits: Self { Self("05.network.logits") }
}

extension Question where Input == NoInput, Reply == OwnWeights {
  /// Those of the network that `networkTraining` has trained.
  public static var networkWeights: Self { Self("05.network.weights") }
}

extension Question where Input == OwnWeights, Reply == OwnShapes {
  /// Keeps a network with these weights for `networkPredictions` and `networkLogits`.
  public static var networkLoading: Self { Self("05.network.load") }
}
