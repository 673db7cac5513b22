import Tensors

/// Samples `x` `[N, D]` and others: targets `[N, M]`, or samples `[K, D]` to learn a scale from.
public struct PairedInput: LayerInput {
  public var x: Tensor
  public var other: Tensor

  /// What the other one is called.
  public var name: String

  public init(_ x: Tensor, _ other: Tensor, name: String) {
    self.x = x
    self.other = other
    self.name = name
  }

  public var differentiable: [Part] {
    get { [Part("x", x), Part(name, other)] }
    set { (x, other) = (newValue[0].value, newValue[1].value) }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", x.shape[0]), Size("D, the number of inputs", x.shape[1]),
      Size("the number of columns of \(name)", other.shape[1]),
    ]
  }
}

extension Question where Input == LayerRun<PairedInput>, Reply == LayerTrace<Tensor, NoGradients> {
  /// `other` are the targets; weights `[D + 1, M]` come back.
  public static var leastSquares: Self { Self("04.leastSquares") }

  /// `other` are the samples that are trained on.
  public static var standardized: Self { Self("04.standardized") }
}

/// Samples of several classes, to be told apart by one classifier a class.
public struct ClassedSamples: LayerInput {
  public var x: Tensor
  public var labels: [Int]
  public var classes: Int
  public var epochs: Int
  public var learningRate: Double

  public init(x: Tensor, labels: [Int], classes: Int, epochs: Int, learningRate: Double) {
    self.x = x
    self.labels = labels
    self.classes = classes
    self.epochs = epochs
    self.learningRate = learningRate
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] }
    set { x = newValue[0].value }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", x.shape[0]), Size("the number of classes", classes),
      Size("the number of epochs", epochs),
    ]
  }

  public var others: [Part] { [Part("the labels", labels: labels)] }

  public var title: String? {
    "x \(x.shape) with \(classes) classes, \(countOfEpochs(epochs)), learning rate \(learningRate)"
  }
}

/// The weights of each of some classifiers.
public struct ClassifierWeights: Answer {
  public var weights: [Tensor]

  public init(_ weights: [Tensor]) {
    self.weights = weights
  }

  public var parts: [Part] {
    weights.enumerated().map { Part("the weights of classifier \($0)", $1) }
  }
}

extension Question
where Input == LayerRun<ClassedSamples>, Reply == LayerTrace<ClassifierWeights, NoGradients> {
  public static var oneVsRest: Self { Self("04.oneVsRest") }
}

/// A training, and samples to predict afterwards. Their targets are never part of it.
public struct LinearTraining: Codable, Sendable, Titled {
  public enum Rule: String, Codable, Sendable { case mse, bce, softmax, oneVsRest }

  public var rule: Rule
  public var x: Tensor

  /// `[N, M]`, one-hot where there are several classes.
  public var targets: Tensor
  public var validationX: Tensor
  public var validationTargets: Tensor
  public var testX: Tensor

  /// Whether all inputs are standardised by the samples that are trained on.
  public var isStandardized: Bool
  public var epochs: Int
  public var learningRate: Double

  public init(
    _ rule: Rule, x: Tensor, targets: Tensor, validationX: Tensor, validationTargets: Tensor,
    testX: Tensor, isStandardized: Bool, epochs: Int, learningRate: Double
  ) {
    self.rule = rule
    self.x = x
    self.targets = targets
    self.validationX = validationX
    self.validationTargets = validationTargets
    self.testX = testX
    self.isStandardized = isStandardized
    self.epochs = epochs
    self.learningRate = learningRate
  }

  public var title: String? {
    "a training (\(rule.rawValue)) on \(isStandardized ? "standardised" : "raw") x \(x.shape), "
      + "\(countOfEpochs(epochs)), learning rate \(learningRate)"
  }
}

/// What a trained classifier says of the test samples.
public struct LinearOutcome: Answer {
  /// `[T, M]`
  public var scores: Tensor

  /// The class of each, as the classifier itself says.
  public var predictions: [Int]

  /// `[D + 1, M]`
  public var weights: Tensor

  public init(scores: Tensor, predictions: [Int], weights: Tensor) {
    self.scores = scores
    self.predictions = predictions
    self.weights = weights
  }

  public var parts: [Part] {
    [Part("the scores", scores), Part("the weights", weights)]
  }
}

extension Question where Input == LinearTraining, Reply == LinearOutcome {
  public static var linearTraining: Self { Self("04.training") }
}
