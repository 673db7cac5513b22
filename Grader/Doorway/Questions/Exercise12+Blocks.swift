import Tensors

/// A part of a transformer with parameters.
public enum BlockKind: Codable, Sendable, Equatable {
  case norm(epsilon: Double)
  case multiHead, feedForward
  case encoder(isNormBefore: Bool)
  case decoder(isNormBefore: Bool)

  /// What its parameters are called, in their order.
  public var names: [String] {
    let attention = ["Wq", "bq", "Wk", "bk", "Wv", "bv", "Wo", "bo"]
    let feed = ["W₁", "b₁", "W₂", "b₂"]
    func norm(_ number: Int) -> [String] { ["the scale of norm \(number)", "its shift"] }
    func of(_ owner: String, _ names: [String]) -> [String] { names.map { "\($0) of \(owner)" } }
    switch self {
    case .norm: return ["the scale", "the shift"]
    case .multiHead: return attention
    case .feedForward: return feed
    case .encoder: return attention + norm(1) + feed + norm(2)
    case .decoder:
      return of("the attention", attention) + norm(1) + of("the cross-attention", attention)
        + norm(2) + feed + norm(3)
    }
  }

  /// The shapes of its parameters.
  public func shapes(width: Int, hidden: Int) -> [[Int]] {
    let attention = (0..<4).flatMap { _ in [[width, width], [width]] }
    let norm = [[width], [width]]
    let feed = [[width, hidden], [hidden], [hidden, width], [width]]
    switch self {
    case .norm: return norm
    case .multiHead: return attention
    case .feedForward: return feed
    case .encoder: return attention + norm + feed + norm
    case .decoder: return attention + norm + attention + norm + feed + norm
    }
  }

  var words: String {
    switch self {
    case .norm(let epsilon): "epsilon \(epsilon)"
    case .multiHead, .feedForward: ""
    case .encoder(let isBefore), .decoder(let isBefore): "norms \(isBefore ? "before" : "after")"
    }
  }
}

/// The input of such a part: x `[N, T, D]`, and what else its kind takes.
public struct BlockInput: LayerInput {
  public var kind: BlockKind
  public var parameters: [Tensor]
  public var x: Tensor
  public var memory: Tensor?
  public var mask: MaskFlags?
  public var heads: Int

  public init(
    _ kind: BlockKind, parameters: [Tensor], x: Tensor, memory: Tensor? = nil,
    mask: MaskFlags? = nil, heads: Int = 1
  ) {
    self.kind = kind
    self.parameters = parameters
    self.x = x
    self.memory = memory
    self.mask = mask
    self.heads = heads
  }

  public var differentiable: [Part] {
    get {
      [Part("x", x)] + (memory.map { [Part("memory", $0)] } ?? [])
        + zip(kind.names, parameters).map { Part($0, $1) }
    }
    set {
      x = newValue[0].value
      if memory != nil { memory = newValue[1].value }
      parameters = newValue.suffix(parameters.count).map(\.value)
    }
  }

  public var sizes: [Size] {
    var sizes = [
      Size("N, the number of rows", x.shape[0]), Size("D, the width", x.shape[x.rank - 1]),
      Size("H, the number of heads", heads),
    ]
    if x.rank == 3 { sizes.insert(Size("T, the number of positions", x.shape[1]), at: 1) }
    if let memory { sizes.append(Size("S, the number of positions in memory", memory.shape[1])) }
    return sizes
  }

  public var title: String? {
    var words = ["x \(x.shape)"]
    if let memory { words.append("memory \(memory.shape)") }
    if let mask { words.append("mask \(mask.shape)") }
    if heads > 1 { words.append("\(heads) heads") }
    if !kind.words.isEmpty { words.append(kind.words) }
    return words.joined(separator: ", ") + (x.elementType == .float32 ? " (float32)" : "")
  }
}

/// The gradients at x, at the memory if there is one, and at the parameters.
public struct BlockGradients: Answer {
  public var kind: BlockKind
  public var x: Tensor
  public var memory: Tensor?
  public var parameters: [Tensor]

  public init(_ kind: BlockKind, x: Tensor, memory: Tensor? = nil, parameters: [Tensor]) {
    self.kind = kind
    self.x = x
    self.memory = memory
    self.parameters = parameters
  }

  public var parts: [Part] {
    let names = kind.names
    return [Part("the gradient at x", x)]
      + (memory.map { [Part("the gradient at the memory", $0)] } ?? [])
      + parameters.enumerated().map { i, tensor in
        Part("the gradient at \(i < names.count ? names[i] : "a parameter too many")", tensor)
      }
  }
}

extension Question
where Input == LayerRun<BlockInput>, Reply == LayerTrace<Tensor, BlockGradients> {
  public static var layerNorm: Self { Self("12.norm") }
  public static var multiHead: Self { Self("12.multiHead") }
  public static var feedForward: Self { Self("12.feedForward") }
  public static var encoderBlock: Self { Self("12.encoder") }
  public static var decoderBlock: Self { Self("12.decoder") }
}

/// A multi-head attention that is shown its memory in pieces, and then asked.
public struct PiecesInput: LayerInput {
  public var block: BlockInput

  /// How many positions of the memory each piece has.
  public var pieces: [Int]

  public init(_ block: BlockInput, pieces: [Int]) {
    self.block = block
    self.pieces = pieces
  }

  public var differentiable: [Part] {
    get { block.differentiable }
    set { block.differentiable = newValue }
  }

  public var sizes: [Size] { block.sizes }

  public var title: String? { block.title.map { "\($0), in pieces \(pieces)" } }
}

/// The keys and values that were kept, and the output.
public struct KeptReply: Answer {
  public var keys: Tensor
  public var values: Tensor
  public var output: Tensor

  public init(keys: Tensor, values: Tensor, output: Tensor) {
    self.keys = keys
    self.values = values
    self.output = output
  }

  public var parts: [Part] {
    [Part("the keys", keys), Part("the values", values), Part("the output", output)]
  }
}

extension Question
where Input == LayerRun<PiecesInput>, Reply == LayerTrace<KeptReply, NoGradients> {
  public static var keptKeys: Self { Self("12.cache") }
}
