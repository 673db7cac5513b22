import Tensors

/// How a block of a decoder begins, and what it learns.
///
/// Read it; there is nothing to write here.
extension DecoderBlock: Parameterized {
  public init(
    width: Int, heads: Int, hidden: Int, placement: NormPlacement = .before,
    using generator: inout some RandomNumberGenerator
  ) {
    self.placement = placement
    attention = MultiHeadAttention(width: width, heads: heads, using: &generator)
    attentionNorm = LayerNorm(width: width)
    cross = MultiHeadAttention(width: width, heads: heads, using: &generator)
    crossNorm = LayerNorm(width: width)
    feed = FeedForward(width: width, hidden: hidden, using: &generator)
    feedNorm = LayerNorm(width: width)
  }

  /// Those of `attention`, `attentionNorm`, `cross`, `crossNorm`, `feed` and `feedNorm`.
  public var parameters: [Tensor] {
    get {
      attention.parameters + attentionNorm.parameters + cross.parameters + crossNorm.parameters
        + feed.parameters + feedNorm.parameters
    }
    set {
      var rest = newValue[...]
      attention.take(from: &rest)
      attentionNorm.take(from: &rest)
      cross.take(from: &rest)
      crossNorm.take(from: &rest)
      feed.take(from: &rest)
      feedNorm.take(from: &rest)
    }
  }
}
