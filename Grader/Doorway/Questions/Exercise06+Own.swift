import Tensors

/// What a network of the student's own is asked about: the images that it will see, in numbers.
public struct OwnNetworkInput: Codable, Sendable {
  public var inputs: Int
  public var classes: Int
  public var seed: UInt64

  public init(inputs: Int, classes: Int, seed: UInt64) {
    self.inputs = inputs
    self.classes = classes
    self.seed = seed
  }
}

/// For a question that has said all.
public struct NoInput: Codable, Sendable {
  public init() {}
}

/// The shapes of a network's parameters: weights and bias of the first layer, of the second, and so on.
public struct OwnShapes: Answer {
  public var shapes: [[Int]]

  public init(_ shapes: [[Int]]) {
    self.shapes = shapes
  }

  public var parts: [Part] { shapes.map { Part("a shape", Tensor($0)) } }
}

/// A trained network: its parameters, in `float32`, and by what images are scaled before it sees them.
public struct OwnWeights: Answer {
  public var parameters: [Tensor]
  public var mean: Tensor
  public var deviation: Tensor

  public init(parameters: [Tensor], mean: Tensor, deviation: Tensor) {
    self.parameters = parameters
    self.mean = mean
    self.deviation = deviation
  }

  public var parts: [Part] {
    parameters.map { Part("a parameter", $0) } + [
      Part("the mean", mean), Part("the deviation", deviation),
    ]
  }
}

extension Question where Input == OwnNetworkInput, Reply == OwnShapes {
  /// The network as it is before its training.
  public static var ownShapes: Self { Self("06.own.shapes") }
}

extension Question where Input == Training<OwnSettings>, Reply == TrainingCurve {
  /// Trains the network and keeps it for `ownWeights` and `ownPredictions`.
  public static var ownTraining: Self { Self("06.own.train") }
}

extension Question where Input == SettingsSearch, Reply == SearchLog {
  /// Tries settings for the network.
  public static var ownSearch: Self { Self("06.own.search") }
}

extension Question where Input == NoInput, Reply == OwnWeights {
  /// Those of the network that `ownTraining` has trained.
  public static var ownWeights: Self { Self("06.own.weights") }
}

extension Question where Input == OwnWeights, Reply == OwnShapes {
  /// Keeps a network with these weights for `ownPredictions`, and tells its shapes.
  public static var ownLoading: Self { Self("06.own.load") }
}

extension Question where Input == UnlabeledImages, Reply == Predictions {
  public static var ownPredictions: Self { Self("06.own.predict") }
}

extension Question where Input == UnlabeledImages, Reply == Tensor {
  /// The logits of the network that `ownPredictions` asks, `[N, C]`.
  public static var ownLogits: Self { Self("06.own.logits") }
}
