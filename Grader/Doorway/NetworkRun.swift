import Tensors

/// Networks to be made, one after the other from one generator.
public struct NewNets: Codable, Sendable, Titled {
  public var nets: [NewNet]
  public var seed: UInt64

  /// What the activation of each is asked about, by which it shows.
  public var probe: Tensor

  public var title: String? { "networks of sizes \(nets.map(\.sizes))" }

  public init(_ nets: [NewNet], seed: UInt64, probe: Tensor) {
    self.nets = nets
    self.seed = seed
    self.probe = probe
  }
}

/// A network to be made: `sizes` is [inputs, hidden, …, classes].
public struct NewNet: Codable, Sendable {
  public var sizes: [Int]
  public var activation: NetInput.Activation
  public var weightDeviation: Double
  public var regularization: Double

  public init(
    sizes: [Int], activation: NetInput.Activation, weightDeviation: Double, regularization: Double
  ) {
    self.sizes = sizes
    self.activation = activation
    self.weightDeviation = weightDeviation
    self.regularization = regularization
  }
}

/// The parameters of networks, and what has become of their settings.
public struct MadeNets: Answer {
  public var parameters: [NetParameters]
  public var regularizations: [Double]

  /// The activation's output for the probe.
  public var activated: [Tensor]

  public init(parameters: [NetParameters], regularizations: [Double], activated: [Tensor]) {
    self.parameters = parameters
    self.regularizations = regularizations
    self.activated = activated
  }

  public var parts: [Part] {
    parameters.flatMap(\.parts) + [Part("the regularizations", Tensor(regularizations))]
      + activated.map { Part("the activation", $0) }
  }
}

/// The weights `[inputs, outputs]` and the bias `[outputs]` of each layer in turn.
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

/// A batch for a network with given parameters.
public struct NetInput: LayerInput {
  public var parameters: [Tensor]
  public var activation: Activation
  public var regularization: Double
  public var x: Tensor
  public var labels: [Int]

  public enum Activation: String, Codable, Sendable {
    /// `given` and `linear` are layers of ours, which no submission can know; the last is y = x.
    case sigmoid, relu, given, linear

    public static let bending = [Activation.sigmoid, .relu, .given]
  }

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

  public var differentiable: [Part] {
    get { NetParameters(parameters).parts }
    set { parameters = newValue.map(\.value) }
  }

  public var others: [Part] { [Part("x", x), Part("the labels", labels: labels)] }

  public var title: String? {
    let sizes =
      x.shape.dropFirst()
      + stride(from: 1, to: parameters.count, by: 2).map {
        parameters[$0].shape[0]
      }
    return "a network of sizes \(Array(sizes)) with activation \(activation.rawValue) "
      + (regularization == 0 ? "" : "and regularization \(regularization) ") + "and x \(x.shape)"
  }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", x.shape[0]),
      Size("C, the number of classes", parameters[parameters.count - 1].shape[0]),
      Size("the number of layers", parameters.count / 2),
    ]
  }
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
