import Tensors

/// What was found and what is right, `[N, D]` each.
public struct FoundAndRight: LayerInput {
  public var found: Tensor
  public var right: Tensor

  public init(_ found: Tensor, _ right: Tensor) {
    self.found = found
    self.right = right
  }

  public var differentiable: [Part] {
    get { [Part("y", found)] }
    set { found = newValue[0].value }
  }

  public var others: [Part] { [Part("t", right)] }

  public var sizes: [Size] { [Size("N, the number of images", found.shape[0])] }
}

extension Question where Input == LayerRun<FoundAndRight>, Reply == LayerTrace<Double, Tensor> {
  public static var squaredError: Self { Self("09.squares") }
}

extension Question
where Input == LayerRun<FoundAndRight>, Reply == LayerTrace<Double, NoGradients> {
  public static var keypointScore: Self { Self("09.keypoints.score") }
}

/// Made faces to train on.
public struct KeypointTraining: Codable, Sendable {
  public var count: Int
  public var seed: UInt64

  public init(count: Int, seed: UInt64) {
    self.count = count
    self.seed = seed
  }
}

extension Question where Input == KeypointTraining, Reply == TrainingCurve {
  /// Trains the network and keeps it for `keypoints`.
  public static var keypointTraining: Self { Self("09.keypoints.train") }
}

extension Question where Input == UnlabeledImages, Reply == Tensor {
  /// The coordinates, `[N, D]`.
  public static var keypoints: Self { Self("09.keypoints.find") }
}

/// What a convolutional network of the student's own is asked about.
public struct ConvNetInput: Codable, Sendable {
  public var image: [Int]
  public var classes: Int
  public var seed: UInt64

  public init(image: [Int], classes: Int, seed: UInt64) {
    self.image = image
    self.classes = classes
    self.seed = seed
  }
}

/// A trained convolutional network: parameters and running statistics, in `float32`, and by what images
/// are scaled before it sees them.
public struct ConvNetWeights: Answer {
  public var parameters: [Tensor]
  public var statistics: [Tensor]
  public var mean: Tensor
  public var deviation: Tensor
  public var image: [Int]
  public var classes: Int

  public init(
    parameters: [Tensor], statistics: [Tensor], mean: Tensor, deviation: Tensor, image: [Int],
    classes: Int
  ) {
    self.parameters = parameters
    self.statistics = statistics
    self.mean = mean
    self.deviation = deviation
    self.image = image
    self.classes = classes
  }

  public var parts: [Part] {
    parameters.map { Part("a parameter", $0) } + statistics.map { Part("a statistic", $0) } + [
      Part("the mean", mean), Part("the deviation", deviation),
    ]
  }
}

/// The shapes of parameters, and of statistics.
public struct ConvNetShapes: Answer {
  public var parameters: [[Int]]
  public var statistics: [[Int]]

  public init(parameters: [[Int]], statistics: [[Int]]) {
    self.parameters = parameters
    self.statistics = statistics
  }

  public var parts: [Part] { (parameters + statistics).map { Part("a shape", Tensor($0)) } }
}

extension Question where Input == ConvNetInput, Reply == ConvNetShapes {
  /// The network as it is before its training.
  public static var convNetShapes: Self { Self("09.own.shapes") }
}

extension Question where Input == Training<OwnSettings>, Reply == TrainingCurve {
  /// Trains the network and keeps it for `convNetWeights` and `convNetPredictions`.
  public static var convNetTraining: Self { Self("09.own.train") }
}

extension Question where Input == NoInput, Reply == ConvNetWeights {
  /// Those of the network that `convNetTraining` has trained.
  public static var convNetWeights: Self { Self("09.own.weights") }
}

extension Question where Input == ConvNetWeights, Reply == ConvNetShapes {
  /// Keeps a network with these weights for `convNetPredictions`, and tells its shapes.
  public static var convNetLoading: Self { Self("09.own.load") }
}

extension Question where Input == UnlabeledImages, Reply == Predictions {
  public static var convNetPredictions: Self { Self("09.own.predict") }
}

extension Question where Input == UnlabeledImages, Reply == Tensor {
  /// The logits of the network that `convNetPredictions` asks, `[N, C]`.
  public static var convNetLogits: Self { Self("09.own.logits") }
}
