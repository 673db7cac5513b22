import Tensors

/// A linear unit, as numbers: what it says is decided by who looks at them.
public struct UnitNumbers: Codable, Sendable {
  public var weights: [Double]
  public var bias: Double

  public init(weights: [Double], bias: Double) {
    self.weights = weights
    self.bias = bias
  }
}

/// The units of gates, in the order in which they were asked for; of two layers the last is the
/// output.
public struct GateUnits: Answer {
  public var units: [UnitNumbers]

  public init(_ units: [UnitNumbers]) {
    self.units = units
  }

  public var parts: [Part] {
    units.enumerated().map { Part("unit \($0 + 1)", Tensor($1.weights + [$1.bias])) }
  }
}

/// Which units are asked for.
public enum GateRequest: String, Codable, Sendable, Titled {
  case orAndNand, xor

  public var title: String? { self == .xor ? "the gate XOR" : "the gates OR, AND and NAND" }
}

extension Question where Input == GateRequest, Reply == GateUnits {
  public static var gates: Self { Self("02.gates") }
}

/// Units each of which is to be refuted as XOR.
public struct Claimants: Codable, Sendable, Titled {
  public var units: [UnitNumbers]

  public var title: String? { "\(units.count) units" }

  public init(_ units: [UnitNumbers]) {
    self.units = units
  }
}

/// Inputs, for each unit those that refute it.
public struct Refutations: Answer {
  public var inputs: [[Double]]

  public init(_ inputs: [[Double]]) {
    self.inputs = inputs
  }

  public var parts: [Part] { inputs.map { Part("inputs that refute", Tensor($0)) } }
}

extension Question where Input == Claimants, Reply == Refutations {
  public static var refutations: Self { Self("02.refutations") }
}

/// A network of one hidden layer, with samples `x` `[N, D]` and `targets` `[N, 1]`.
public struct XORInput: NamedInput {
  public static let names = ["weights1", "bias1", "weights2", "bias2"]

  /// W₁, b₁, W₂ and b₂.
  public var parameters: [Tensor]
  public var x: Tensor
  public var targets: Tensor

  /// Of a training.
  public var learningRate: Double
  public var steps: Int

  public init(
    parameters: [Tensor], x: Tensor, targets: Tensor, learningRate: Double = 0, steps: Int = 0
  ) {
    self.parameters = parameters
    self.x = x
    self.targets = targets
    self.learningRate = learningRate
    self.steps = steps
  }

  public var differentiable: [Part] {
    get { Self.parts(parameters) }
    set { parameters = newValue.map(\.value) }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", x.shape[0]), Size("D, the number of inputs", x.shape[1]),
      Size("H, the number of hidden units", parameters[1].count),
    ]
  }

  public var others: [Part] { [Part("x", x), Part("the targets", targets)] }

  public var title: String? {
    "x \(x.shape) with \(counted(parameters[1].count, "hidden unit"))"
      + (steps == 0 ? "" : ", \(counted(steps, "step")) with learningRate \(learningRate)")
  }
}

extension Question
where Input == LayerRun<XORInput>, Reply == LayerTrace<Double, GradientsAt<XORInput>> {
  public static var xorLoss: Self { Self("02.xorNet") }
}

/// What a training told, and left.
public struct XORTraining: Answer {
  public var losses: [Double]
  public var parameters: [Tensor]

  public init(losses: [Double], parameters: [Tensor]) {
    self.losses = losses
    self.parameters = parameters
  }

  public var parts: [Part] {
    [Part("the losses", Tensor(losses))]
      + zip(XORInput.names, parameters).map { Part("\($0) after it", $1) }
  }
}

extension Question
where Input == LayerRun<XORInput>, Reply == LayerTrace<XORTraining, NoGradients> {
  public static var xorTraining: Self { Self("02.xorNet.train") }
}

/// A new network that is to learn XOR.
public struct XORLesson: Codable, Sendable, Titled {
  public var hidden: Int
  public var learningRate: Double
  public var steps: Int
  public var seed: UInt64

  public var title: String? {
    "\(hidden) hidden units, \(steps) steps with learningRate \(learningRate), seed \(seed)"
  }

  public init(hidden: Int, learningRate: Double, steps: Int, seed: UInt64) {
    self.hidden = hidden
    self.learningRate = learningRate
    self.steps = steps
    self.seed = seed
  }
}

extension Question where Input == XORLesson, Reply == XORTraining {
  public static var xorLesson: Self { Self("02.xorNet.learn") }
}
