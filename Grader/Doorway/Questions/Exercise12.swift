import Tensors

/// A mask: its shape, and its flags in row-major order.
public struct MaskFlags: Codable, Sendable, Equatable {
  public var shape: [Int]
  public var flags: [Bool]

  public init(_ shape: [Int], _ flags: [Bool]) {
    self.shape = shape
    self.flags = flags
  }

  public var mask: Mask { Mask(shape: shape, flags) }

  /// 1 where it is true, and 0 elsewhere.
  var part: Part { Part("the mask", Tensor(shape: shape, scalars: flags.map { $0 ? 1 : 0 })) }
}

/// Queries `[…, T, d]`, keys `[…, S, d]` and values `[…, S, e]`.
public struct AttentionInput: LayerInput {
  public var query: Tensor
  public var key: Tensor
  public var value: Tensor
  public var mask: MaskFlags?

  public init(query: Tensor, key: Tensor, value: Tensor, mask: MaskFlags? = nil) {
    self.query = query
    self.key = key
    self.value = value
    self.mask = mask
  }

  public var differentiable: [Part] {
    get { [Part("the query", query), Part("the key", key), Part("the value", value)] }
    set { (query, key, value) = (newValue[0].value, newValue[1].value, newValue[2].value) }
  }

  public var others: [Part] { mask.map { [$0.part] } ?? [] }

  public var sizes: [Size] {
    let (query, key) = (query.shape.suffix(2), key.shape.suffix(2))
    return [
      Size("T, the number of positions that ask", query[query.startIndex]),
      Size("S, the number of positions that are looked at", key[key.startIndex]),
      Size("d, the width of a query", query[query.startIndex + 1]),
    ]
  }

  public var title: String? {
    "query \(query.shape), key \(key.shape), value \(value.shape)"
      + (mask.map { ", mask \($0.shape)" } ?? "")
      + (query.elementType == .float32 ? " (float32)" : "")
  }
}

public struct AttentionGradients: Answer {
  public var query: Tensor
  public var key: Tensor
  public var value: Tensor

  public init(query: Tensor, key: Tensor, value: Tensor) {
    self.query = query
    self.key = key
    self.value = value
  }

  public var parts: [Part] {
    [
      Part("the gradient at the query", query), Part("the gradient at the key", key),
      Part("the gradient at the value", value),
    ]
  }
}

extension Question
where Input == LayerRun<AttentionInput>, Reply == LayerTrace<Tensor, AttentionGradients> {
  public static var scaledDotAttention: Self { Self("12.attention") }
}

/// Scores `[…, T, S]`, of which weights are to be made.
public struct ScoresInput: LayerInput {
  public var scores: Tensor
  public var mask: MaskFlags?

  public init(_ scores: Tensor, mask: MaskFlags? = nil) {
    self.scores = scores
    self.mask = mask
  }

  public var differentiable: [Part] {
    get { [Part("scores", scores)] }
    set { scores = newValue[0].value }
  }

  public var others: [Part] { mask.map { [$0.part] } ?? [] }

  public var sizes: [Size] {
    [Size("S, the number of positions that are looked at", scores.shape[scores.rank - 1])]
  }

  public var title: String? {
    "scores \(scores.shape)" + (mask.map { " with a mask \($0.shape)" } ?? "")
      + (scores.elementType == .float32 ? " (float32)" : "")
  }
}

extension Question where Input == LayerRun<ScoresInput>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var attentionWeights: Self { Self("12.attention.weights") }
}

/// Masks to be made: a causal one where there are no lengths.
public struct MaskOrder: PlainInput {
  public var lengths: [Int]?
  public var count: Int

  public init(lengths: [Int]? = nil, count: Int) {
    self.lengths = lengths
    self.count = count
  }

  public var title: String? {
    lengths.map { "lengths \($0) in \(count) places" } ?? "length \(count)"
  }
}

extension Question where Input == LayerRun<MaskOrder>, Reply == LayerTrace<Tensor, NoGradients> {
  /// 1 where the mask is true, and 0 elsewhere.
  public static var masks: Self { Self("12.masks") }
}

/// Positions to be told apart.
public struct PositionsInput: PlainInput {
  public var positions: Range<Int>
  public var width: Int

  public init(_ positions: Range<Int>, width: Int) {
    self.positions = positions
    self.width = width
  }

  public var title: String? { "positions \(positions), width \(width)" }
}

extension Question
where Input == LayerRun<PositionsInput>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var positions: Self { Self("12.positions") }
}

/// Tensors whose heads are to be set apart, `[N, T, D]`, or to be joined, `[N, H, T, d]`.
public struct HeadsInput: LayerInput {
  public var x: Tensor
  public var heads: Int

  public init(_ x: Tensor, heads: Int) {
    self.x = x
    self.heads = heads
  }

  /// The width of the layer.
  public var width: Int { x.rank == 3 ? x.shape[2] : x.shape[1] * x.shape[3] }

  public var differentiable: [Part] {
    get { [Part("x", x)] }
    set { x = newValue[0].value }
  }

  public var sizes: [Size] { [Size("N, the number of rows", x.shape[0])] }

  public var title: String? {
    "\(counted(heads, "head")) of \(x.shape)" + (x.elementType == .float32 ? " (float32)" : "")
  }
}

extension Question where Input == LayerRun<HeadsInput>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var headsApart: Self { Self("12.heads.apart") }
  public static var headsJoined: Self { Self("12.heads.joined") }
}
