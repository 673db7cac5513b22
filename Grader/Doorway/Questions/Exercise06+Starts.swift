import Tensors

/// How weights begin.
public enum Start06: Codable, Sendable, Equatable {
  case constant(Double)
  case normal(deviation: Double)
  case xavier, he
}

/// Weights to be made, one after the other from one generator.
public struct NewWeights: Codable, Sendable, Titled {
  public var layers: [Layer]
  public var seed: UInt64

  public struct Layer: Codable, Sendable {
    public var start: Start06
    public var inputs: Int
    public var outputs: Int

    public init(_ start: Start06, inputs: Int, outputs: Int) {
      self.start = start
      self.inputs = inputs
      self.outputs = outputs
    }
  }

  public var title: String? {
    "weights of shapes \(layers.map { [$0.inputs, $0.outputs] })"
  }

  public init(_ layers: [Layer], seed: UInt64) {
    self.layers = layers
    self.seed = seed
  }
}

/// Tensors, in the order in which they were asked for.
public struct TensorList: Answer {
  public var tensors: [Tensor]

  public init(_ tensors: [Tensor]) {
    self.tensors = tensors
  }

  public var parts: [Part] { tensors.enumerated().map { Part("tensor \($0 + 1)", $1) } }
}

extension Question where Input == NewWeights, Reply == TensorList {
  public static var initialWeights: Self { Self("06.initialization.weights") }
}

/// A network with one hidden layer and a sigmoid, to be trained on a batch.
public struct SpreadInput: LayerInput {
  public var parameters: [Tensor]
  public var x: Tensor
  public var labels: [Int]
  public var steps: Int
  public var learningRate: Double

  public init(
    parameters: [Tensor], x: Tensor, labels: [Int], steps: Int, learningRate: Double
  ) {
    self.parameters = parameters
    self.x = x
    self.labels = labels
    self.steps = steps
    self.learningRate = learningRate
  }

  public var differentiable: [Part] {
    get { NetParameters(parameters).parts + [Part("x", x)] }
    set {
      parameters = newValue.dropLast().map(\.value)
      x = newValue[newValue.count - 1].value
    }
  }

  public var others: [Part] { [Part("the labels", labels: labels)] }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", x.shape[0]),
      Size("the number of hidden units", parameters[1].shape[0]),
    ]
  }

  public var title: String? {
    "a network of sizes \(x.shape.dropFirst() + [parameters[1].shape[0], parameters[3].shape[0]]), "
      + "\(counted(steps, "step")) with learning rate \(learningRate)"
  }
}

extension Question where Input == LayerRun<SpreadInput>, Reply == LayerTrace<Tensor, NoGradients> {
  /// The spread before the first step and after each.
  public static var unitSpreads: Self { Self("06.units.spreads") }

  /// The spread before the first step, of the function that measures it.
  public static var unitSpread: Self { Self("06.units.spread") }
}

/// A signal and the weights that it has to pass.
public struct SignalInput: LayerInput {
  public enum Activation: String, Codable, Sendable, CaseIterable { case tanh, relu, given }

  public var x: Tensor
  public var weights: [Tensor]
  public var activation: Activation

  public init(_ x: Tensor, through weights: [Tensor], activation: Activation) {
    self.x = x
    self.weights = weights
    self.activation = activation
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] + weights.enumerated().map { Part("W\($0 + 1)", $1) } }
    set {
      x = newValue[0].value
      weights = newValue.dropFirst().map(\.value)
    }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", x.shape[0]), Size("the number of layers", weights.count),
    ]
  }
}

extension Question where Input == LayerRun<SignalInput>, Reply == LayerTrace<Tensor, NoGradients> {
  /// A deviation for each layer.
  public static var signalDeviations: Self { Self("06.signal.deviations") }
}

/// A signal through `depth` new layers of `width` units.
public struct DeepSignal: Codable, Sendable, Titled {
  public var x: Tensor
  public var start: Start06
  public var activation: SignalInput.Activation
  public var depth: Int
  public var seed: UInt64

  public var title: String? {
    "\(depth) layers of \(x.shape[1]) units with \(activation.rawValue)"
  }

  public init(
    _ x: Tensor, start: Start06, activation: SignalInput.Activation, depth: Int, seed: UInt64
  ) {
    self.x = x
    self.start = start
    self.activation = activation
    self.depth = depth
    self.seed = seed
  }
}

extension Question where Input == DeepSignal, Reply == Tensor {
  /// A deviation for each layer, of weights that the submission drew itself.
  public static var deepSignal: Self { Self("06.signal.deep") }
}
