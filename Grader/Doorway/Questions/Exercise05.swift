import Tensors

extension Question where Input == Tensor, Reply == Tensor {
  /// Any shape; the answer has the same.
  public static var sigmoidForward: Self { Self("05.sigmoid.forward") }
  public static var reluForward: Self { Self("05.relu.forward") }
}

extension Question where Input == WayBack<Tensor>, Reply == Twice<Tensor> {
  /// The gradient at the input, in its shape.
  public static var sigmoidBackward: Self { Self("05.sigmoid.backward") }
  public static var reluBackward: Self { Self("05.relu.backward") }
}

/// The input of an affine layer: `x` `[N, d1, …, dk]`, `weights` `[D, M]`, `bias` `[M]`.
public struct AffineInput: Codable, Sendable {
  public var x: Tensor
  public var weights: Tensor
  public var bias: Tensor

  public init(x: Tensor, weights: Tensor, bias: Tensor) {
    self.x = x
    self.weights = weights
    self.bias = bias
  }
}

/// The gradients that an affine layer returns, each in the shape of what it belongs to.
public struct AffineGradients: Answer {
  public var x: Tensor
  public var weights: Tensor
  public var bias: Tensor

  public init(x: Tensor, weights: Tensor, bias: Tensor) {
    self.x = x
    self.weights = weights
    self.bias = bias
  }

  public var parts: [Part] {
    [
      Part("the gradient at x", x), Part("the gradient at the weights", weights),
      Part("the gradient at the bias", bias),
    ]
  }
}

extension Question where Input == AffineInput, Reply == Tensor {
  public static var affineForward: Self { Self("05.affine.forward") }
}

extension Question where Input == WayBack<AffineInput>, Reply == Twice<AffineGradients> {
  public static var affineBackward: Self { Self("05.affine.backward") }
}

/// Logits `[N, C]` with N labels.
public struct LabeledLogits: Codable, Sendable {
  public var logits: Tensor
  public var labels: [Int]

  public init(_ logits: Tensor, labels: [Int]) {
    self.logits = logits
    self.labels = labels
  }
}

extension Question where Input == LabeledLogits, Reply == Double {
  public static var crossEntropyForward: Self { Self("05.crossEntropy.forward") }
}

extension Question where Input == LabeledLogits, Reply == Twice<Tensor> {
  /// The gradient at the logits, `[N, C]`.
  public static var crossEntropyBackward: Self { Self("05.crossEntropy.backward") }
}

/// A network to be made: `sizes` is [inputs, hidden, …, classes].
public struct NewNet: Codable, Sendable {
  public var sizes: [Int]
  public var weightDeviation: Double
  public var seed: UInt64

  public init(sizes: [Int], weightDeviation: Double, seed: UInt64) {
    self.sizes = sizes
    self.weightDeviation = weightDeviation
    self.seed = seed
  }
}

/// The parameters of a network: weights `[inputs, outputs]` and bias `[outputs]` of each layer in
/// turn.
public struct NetParameters: Answer {
  public var tensors: [Tensor]

  public init(_ tensors: [Tensor]) {
    self.tensors = tensors
  }

  public var parts: [Part] {
    tensors.enumerated().map { i, tensor in
      Part("the \(i.isMultiple(of: 2) ? "weights" : "bias") of layer \(i / 2 + 1)", tensor)
    }
  }
}

extension Question where Input == NewNet, Reply == NetParameters {
  public static var netInitialization: Self { Self("05.net.initialization") }
}

/// A batch for a network with given parameters.
public struct NetInput: Codable, Sendable {
  public var parameters: [Tensor]
  public var activation: Activation
  public var regularization: Double
  public var x: Tensor
  public var labels: [Int]

  public enum Activation: String, Codable, Sendable { case sigmoid, relu }

  public init(
    parameters: [Tensor], activation: Activation, regularization: Double = 0, x: Tensor,
    labels: [Int]
  ) {
    self.parameters = parameters
    self.activation = activation
    self.regularization = regularization
    self.x = x
    self.labels = labels
  }
}

extension Question where Input == NetInput, Reply == Tensor {
  /// The logits, `[N, C]`.
  public static var netForward: Self { Self("05.net.forward") }
}

extension Question where Input == NetInput, Reply == Double {
  public static var netLoss: Self { Self("05.net.loss") }
}

/// The gradients at the parameters of a network, in their order and shapes.
public struct NetGradients: Answer {
  public var tensors: [Tensor]

  public init(_ tensors: [Tensor]) {
    self.tensors = tensors
  }

  public var parts: [Part] {
    NetParameters(tensors).parts.map { Part("the gradient at \($0.name)", $0.value) }
  }
}

extension Question where Input == NetInput, Reply == NetGradients {
  public static var netGradients: Self { Self("05.net.gradients") }
}

/// Gradients to be followed one after the other.
public struct Steps: Codable, Sendable {
  public var learningRate: Double
  public var momentum: Double
  public var parameters: [Tensor]
  public var gradients: [[Tensor]]

  public init(
    learningRate: Double, momentum: Double = 0, parameters: [Tensor], gradients: [[Tensor]]
  ) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.parameters = parameters
    self.gradients = gradients
  }
}

/// The parameters after each step.
public struct StepsTaken: Answer {
  public var parameters: [[Tensor]]

  public init(_ parameters: [[Tensor]]) {
    self.parameters = parameters
  }

  public var parts: [Part] {
    parameters.enumerated().flatMap { step, parameters in
      parameters.enumerated().map { i, tensor in
        Part("parameter \(i) after step \(step + 1)", tensor)
      }
    }
  }
}

extension Question where Input == Steps, Reply == StepsTaken {
  public static var sgdSteps: Self { Self("05.sgd.steps") }
  public static var momentumSteps: Self { Self("05.momentum.steps") }
}
