import Tensors

/// A block of an encoder: every position looks at all positions, then thinks for itself.
///
///     before:   z = x + attention(norm₁(x))        y = z + feed(norm₂(z))
///     after:    z = norm₁(x + attention(x))        y = norm₂(z + feed(z))
///
/// | name   | shape       | meaning                                               |
/// | ------ | ----------- | ----------------------------------------------------- |
/// | `x`    | `[N, T, D]` | N rows of T positions                                 |
/// | `mask` |             | broadcasts to `[N, H, T, T]`; true: may be looked at  |
/// | `y`    | `[N, T, D]` | the outputs                                           |
public struct EncoderBlock: Parameterized {
  public var placement: NormPlacement
  public var attention: MultiHeadAttention
  public var attentionNorm: LayerNorm
  public var feed: FeedForward
  public var feedNorm: LayerNorm

  /// What the way back needs: what is in it is up to you.
  public struct Cache: Sendable {
    var attention: MultiHeadAttention.Cache
    var attentionNorm: LayerNorm.Cache
    var feed: FeedForward.Cache
    var feedNorm: LayerNorm.Cache
  }

  public init(
    width: Int, heads: Int, hidden: Int, placement: NormPlacement = .before,
    using generator: inout some RandomNumberGenerator
  ) {
    self.placement = placement
    attention = MultiHeadAttention(width: width, heads: heads, using: &generator)
    attentionNorm = LayerNorm(width: width)
    feed = FeedForward(width: width, hidden: hidden, using: &generator)
    feedNorm = LayerNorm(width: width)
  }

  /// Those of `attention`, `attentionNorm`, `feed` and `feedNorm`.
  public var parameters: [Tensor] {
    get {
      attention.parameters + attentionNorm.parameters + feed.parameters + feedNorm.parameters
    }
    set {
      var rest = newValue[...]
      attention.take(from: &rest)
      attentionNorm.take(from: &rest)
      feed.take(from: &rest)
      feedNorm.take(from: &rest)
    }
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor, mask: Mask? = nil) -> (output: Tensor, cache: Cache) {
    // TODO: 12.15  Query, key and value all come from the same tensor. Which one?
    unfinished("12.15")
  }

  /// Returns the gradients of the loss at `x` and at the parameters, given `upstream`, its gradient at
  /// `y`.
  public func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    // TODO: 12.16  At each + the way forks: what comes back goes both ways, and meets again.
    unfinished("12.16")
  }
}
