import Tensors

/// A small network that is trained on points of the plane, and looked at on the way.
public struct PlaygroundRun: Codable, Sendable {
  public enum Activation: String, Codable, Sendable, CaseIterable { case relu, sigmoid }

  /// `[N, 2]`, with N labels.
  public var points: Tensor
  public var labels: [Int]

  /// Where the network is asked each time that it is looked at, `[P, 2]`.
  public var places: Tensor

  /// [2, hidden, …, classes]
  public var sizes: [Int]
  public var activation: Activation
  public var weightDeviation: Double
  public var learningRate: Double
  public var momentum: Double
  public var regularization: Double
  public var batchSize: Int

  /// After how many epochs the network is looked at, in ascending order; 0 is before the first.
  public var looks: [Int]
  public var seed: UInt64

  public init(
    points: Tensor, labels: [Int], places: Tensor, sizes: [Int], activation: Activation,
    weightDeviation: Double, learningRate: Double, momentum: Double, regularization: Double,
    batchSize: Int, looks: [Int], seed: UInt64
  ) {
    self.points = points
    self.labels = labels
    self.places = places
    self.sizes = sizes
    self.activation = activation
    self.weightDeviation = weightDeviation
    self.learningRate = learningRate
    self.momentum = momentum
    self.regularization = regularization
    self.batchSize = batchSize
    self.looks = looks
    self.seed = seed
  }
}

/// What was seen of a network while it learnt.
public struct PlaygroundTrace: Answer {
  public struct Look: Codable, Sendable {
    /// At the places of the run, `[P, C]`.
    public var logits: Tensor

    /// The weights and bias of the first layer, of the second, and so on.
    public var parameters: [Tensor]

    public init(logits: Tensor, parameters: [Tensor]) {
      self.logits = logits
      self.parameters = parameters
    }
  }

  /// The mean over the batches of each epoch.
  public var losses: [Double]
  public var looks: [Look]

  public init(losses: [Double], looks: [Look]) {
    self.losses = losses
    self.looks = looks
  }

  public var parts: [Part] {
    [Part("the training losses", Tensor(losses))]
      + looks.flatMap { look in
        [Part("the logits", look.logits)] + look.parameters.map { Part("the parameters", $0) }
      }
  }
}

extension Question where Input == PlaygroundRun, Reply == PlaygroundTrace {
  public static var playground: Self { Self("05.playground") }
}
