import Tensors

/// W, U and b of a recurrent layer.
public struct RecurrentWeights: Codable, Sendable {
  public var w: Tensor
  public var u: Tensor
  public var b: Tensor

  public init(w: Tensor, u: Tensor, b: Tensor) {
    (self.w, self.u, self.b) = (w, u, b)
  }

  var parts: [Part] { [Part("W", w), Part("U", u), Part("b", b)] }

  init(_ tensors: [Tensor]) { self.init(w: tensors[0], u: tensors[1], b: tensors[2]) }
}

/// Sequences for a recurrent layer.
public struct SequenceInput: LayerInput {
  public var cell: CellKind
  public var x: Tensor
  public var weights: RecurrentWeights

  /// The state before the first step; empty where the layer is given none.
  public var state: [Tensor]

  /// Which steps count, step after step; nil where the layer is given no mask.
  public var keep: [Bool]?

  /// After how many steps the gradient is cut.
  public var chunk: Int?

  public init(
    _ cell: CellKind, _ x: Tensor, _ weights: RecurrentWeights, state: [Tensor] = [],
    keep: [Bool]? = nil, chunk: Int? = nil
  ) {
    self.cell = cell
    self.x = x
    self.weights = weights
    self.state = state
    self.keep = keep
    self.chunk = chunk
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] + weights.parts + zip(StateTensors.names, state).map { Part($0, $1) } }
    set {
      x = newValue[0].value
      weights = RecurrentWeights(newValue[1...3].map(\.value))
      state = newValue.dropFirst(4).map(\.value)
    }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of sequences", x.shape[1]), Size("T, the number of steps", x.shape[0]),
      Size("D, the number of inputs", x.shape[2]),
      Size("H, the number of units", weights.u.shape[0]),
    ]
  }

  public var title: String? {
    var words = "x \(x.shape) through \(cell.inWords) of \(counted(weights.u.shape[0], "unit"))"
    if !state.isEmpty { words += ", from a given state" }
    if let keep {
      let n = x.shape[1]
      let rows = (0..<n).map { i in
        stride(from: i, to: keep.count, by: n).map { keep[$0] ? "1" : "0" }.joined()
      }
      words += ", sequences \(rows.joined(separator: " ")) (0 is padding)"
    }
    if let chunk { words += ", cutEvery \(chunk)" }
    return words + (x.elementType == .float32 ? " (float32)" : "")
  }
}

/// What a recurrent layer returns.
public struct SequenceOutput: Answer {
  public var outputs: Tensor
  public var state: [Tensor]

  public init(outputs: Tensor, state: [Tensor]) {
    self.outputs = outputs
    self.state = state
  }

  public var parts: [Part] {
    [Part("outputs", outputs)]
      + zip(StateTensors.names, state).map { Part("\($0) after the last step", $1) }
  }
}

/// Gradients, each with the name of what it belongs to.
public struct NamedGradients: Answer {
  public var names: [String]
  public var tensors: [Tensor]

  public init(_ names: [String], _ tensors: [Tensor]) {
    self.names = names
    self.tensors = tensors
  }

  public var parts: [Part] {
    tensors.enumerated().map {
      Part("the gradient at \($0 < names.count ? names[$0] : "tensor \($0)")", $1)
    }
  }
}

extension Question
where Input == LayerRun<SequenceInput>, Reply == LayerTrace<SequenceOutput, NamedGradients> {
  public static var recurrentLayer: Self { Self("11.layer") }
}

/// Sequences for two layers, one in each direction.
public struct BidirectionalInput: LayerInput {
  public var x: Tensor
  public var ahead: RecurrentWeights
  public var back: RecurrentWeights
  public var keep: [Bool]?

  public init(
    _ x: Tensor, ahead: RecurrentWeights, back: RecurrentWeights, keep: [Bool]? = nil
  ) {
    self.x = x
    self.ahead = ahead
    self.back = back
    self.keep = keep
  }

  public static let names =
    ["x"] + ["ahead", "back"].flatMap { layer in ["W", "U", "b"].map { "\($0) of \(layer)" } }

  public var differentiable: [Part] {
    get {
      zip(Self.names, [x] + (ahead.parts + back.parts).map(\.value)).map { Part($0, $1) }
    }
    set {
      x = newValue[0].value
      ahead = RecurrentWeights(newValue[1...3].map(\.value))
      back = RecurrentWeights(newValue[4...6].map(\.value))
    }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of sequences", x.shape[1]), Size("T, the number of steps", x.shape[0]),
      Size("the units of ahead", ahead.u.shape[0]), Size("the units of back", back.u.shape[0]),
    ]
  }

  public var title: String? {
    "x \(x.shape), units \(ahead.u.shape[0]) and \(back.u.shape[0])"
      + (keep == nil ? "" : ", with padding") + (x.elementType == .float32 ? " (float32)" : "")
      + CellKind.formula(units: max(ahead.u.shape[0], back.u.shape[0]))
  }
}

/// What two layers return together.
public struct BidirectionalOutput: Answer {
  public var outputs: Tensor
  public var last: Tensor

  public init(outputs: Tensor, last: Tensor) {
    self.outputs = outputs
    self.last = last
  }

  public var parts: [Part] { [Part("outputs", outputs), Part("last", last)] }
}

extension Question
where
  Input == LayerRun<BidirectionalInput>, Reply == LayerTrace<BidirectionalOutput, NamedGradients>
{
  /// With cells that are `given`.
  public static var bidirectional: Self { Self("11.bidirectional") }
}

/// How large a gradient at the last state is before each step.
public struct NormsInput: LayerInput {
  public var cell: CellKind
  public var x: Tensor
  public var weights: RecurrentWeights
  public var upstream: Tensor

  public init(_ cell: CellKind, _ x: Tensor, _ weights: RecurrentWeights, upstream: Tensor) {
    self.cell = cell
    self.x = x
    self.weights = weights
    self.upstream = upstream
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] + weights.parts + [Part("upstream", upstream)] }
    set {
      x = newValue[0].value
      weights = RecurrentWeights(newValue[1...3].map(\.value))
      upstream = newValue[4].value
    }
  }

  public var sizes: [Size] {
    [Size("N, the number of sequences", x.shape[1]), Size("T, the number of steps", x.shape[0])]
  }

  public var title: String? {
    "\(counted(x.shape[0], "step")) of \(cell.inWords) of \(counted(weights.u.shape[0], "unit"))"
  }
}

extension Question where Input == LayerRun<NormsInput>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var stateNorms: Self { Self("11.norms") }
}
