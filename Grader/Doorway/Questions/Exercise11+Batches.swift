import Tensors

/// Sentences of numbers, to be filled up.
public struct SentencesInput: PlainInput {
  public var sentences: [[Int]]

  public init(_ sentences: [[Int]]) {
    self.sentences = sentences
  }

  public var title: String? { "the sentences \(sentences)" }
}

/// A batch of sentences with padding.
public struct PaddedAnswer: Answer {
  public var steps: Int
  public var tokens: [Int]

  /// The shape of the mask, and its values.
  public var shape: [Int]
  public var keep: [Bool]

  public init(steps: Int, tokens: [Int], shape: [Int], keep: [Bool]) {
    self.steps = steps
    self.tokens = tokens
    self.shape = shape
    self.keep = keep
  }

  public var parts: [Part] {
    [
      Part("steps", Tensor(Double(steps))), Part("tokens", Tensor(tokens)),
      Part("the shape of keep", Tensor(shape)), Part("keep", Tensor(keep.map { $0 ? 1 : 0 })),
    ]
  }
}

extension Question
where Input == LayerRun<SentencesInput>, Reply == LayerTrace<PaddedAnswer, NoGradients> {
  public static var padding: Self { Self("11.padding") }
}

/// The lengths of sequences that are to be packed.
public struct LengthsInput: PlainInput {
  public var lengths: [Int]

  public init(_ lengths: [Int]) {
    self.lengths = lengths
  }

  public var title: String? { "the lengths \(lengths)" }
}

/// How sequences are packed.
public struct PackingAnswer: Answer {
  public var order: [Int]
  public var counts: [Int]
  public var rows: [Int]

  public init(order: [Int], counts: [Int], rows: [Int]) {
    self.order = order
    self.counts = counts
    self.rows = rows
  }

  public var parts: [Part] {
    [
      Part("order", Tensor(order)), Part("counts", Tensor(counts)), Part("rows", Tensor(rows)),
    ]
  }
}

extension Question
where Input == LayerRun<LengthsInput>, Reply == LayerTrace<PackingAnswer, NoGradients> {
  public static var packing: Self { Self("11.packing") }
}

/// Rows to be packed, `[T, N, D]`, or to be put back, `[Σ lengths, D]`.
public struct PackedInput: LayerInput {
  public var lengths: [Int]
  public var x: Tensor

  public init(_ lengths: [Int], _ x: Tensor) {
    self.lengths = lengths
    self.x = x
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] }
    set { x = newValue[0].value }
  }

  public var sizes: [Size] { [Size("N, the number of sequences", lengths.count)] }

  public var title: String? { "x \(x.shape) of lengths \(lengths)" }
}

extension Question where Input == LayerRun<PackedInput>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var packed: Self { Self("11.packed") }
  public static var unpacked: Self { Self("11.unpacked") }
}

/// Packed sequences for a recurrent layer whose cell is `given`.
public struct PackedSequences: LayerInput {
  public var lengths: [Int]

  /// `[T, N, D]`, of which the subject is handed the rows that are there.
  public var x: Tensor
  public var weights: RecurrentWeights

  public init(_ lengths: [Int], _ x: Tensor, _ weights: RecurrentWeights) {
    self.lengths = lengths
    self.x = x
    self.weights = weights
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] + weights.parts }
    set {
      x = newValue[0].value
      weights = RecurrentWeights(newValue[1...3].map(\.value))
    }
  }

  public var sizes: [Size] { [Size("N, the number of sequences", lengths.count)] }

  public var title: String? {
    "sequences of lengths \(lengths), \(counted(x.shape[2], "input")), "
      + counted(weights.u.shape[0], "unit") + CellKind.formula(units: weights.u.shape[0])
  }
}

extension Question
where Input == LayerRun<PackedSequences>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var packedLast: Self { Self("11.packed.last") }
}

/// Orthogonal matrices to be drawn, one after the other from one generator.
public struct OrthogonalDraws: Codable, Sendable, Titled {
  public var sizes: [Int]
  public var seed: UInt64

  public init(_ sizes: [Int], seed: UInt64) {
    self.sizes = sizes
    self.seed = seed
  }

  public var title: String? { "matrices of sizes \(sizes)" }
}

/// New recurrent layers, one after the other from one generator.
public struct NewRecurrentLayers: Codable, Sendable, Titled {
  public struct Layer: Codable, Sendable {
    public var cell: CellKind
    public var inputs: Int
    public var units: Int

    public init(_ cell: CellKind, inputs: Int, units: Int) {
      self.cell = cell
      self.inputs = inputs
      self.units = units
    }
  }

  public var layers: [Layer]
  public var seed: UInt64

  public init(_ layers: [Layer], seed: UInt64) {
    self.layers = layers
    self.seed = seed
  }

  public var title: String? {
    "new layers with \(layers.map { "\($0.inputs) inputs and \($0.units) units" })"
  }
}

extension Question where Input == OrthogonalDraws, Reply == TensorList {
  public static var orthogonal: Self { Self("11.orthogonal") }
}

extension Question where Input == NewRecurrentLayers, Reply == TensorList {
  /// W, U and b of each.
  public static var newRecurrentLayers: Self { Self("11.layer.new") }
}
