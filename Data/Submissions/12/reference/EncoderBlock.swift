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
    // begin 12.15: Query, key and value all come from the same tensor. Which one?
    switch placement {
    case .before:
      let (normal, norm1) = attentionNorm.forward(x)
      let (seen, cache1) = attention.forward(normal, memory: normal, mask: mask)
      let z = x + seen
      let (normalZ, norm2) = feedNorm.forward(z)
      let (fed, cache2) = feed.forward(normalZ)
      return (
        z + fed,
        Cache(attention: cache1, attentionNorm: norm1, feed: cache2, feedNorm: norm2)
      )
    case .after:
      let (seen, cache1) = attention.forward(x, memory: x, mask: mask)
      let (z, norm1) = attentionNorm.forward(x + seen)
      let (fed, cache2) = feed.forward(z)
      let (y, norm2) = feedNorm.forward(z + fed)
      return (
        y, Cache(attention: cache1, attentionNorm: norm1, feed: cache2, feedNorm: norm2)
      )
    }
    // end
  }

  /// Returns the gradients of the loss at `x` and at the parameters, given `upstream`, its gradient at
  /// `y`.
  public func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    // begin 12.16: At each + the way forks: what comes back goes both ways, and meets again.
    switch placement {
    case .before:
      let fed = feed.backward(upstream, cache: cache.feed)
      let norm2 = feedNorm.backward(fed.x, cache: cache.feedNorm)
      let atZ = upstream + norm2.x
      let seen = attention.backward(atZ, cache: cache.attention)
      let norm1 = attentionNorm.backward(seen.x + seen.memory, cache: cache.attentionNorm)
      return (
        x: atZ + norm1.x,
        parameters: seen.parameters + norm1.parameters + fed.parameters + norm2.parameters
      )
    case .after:
      let norm2 = feedNorm.backward(upstream, cache: cache.feedNorm)
      let fed = feed.backward(norm2.x, cache: cache.feed)
      let norm1 = attentionNorm.backward(norm2.x + fed.x, cache: cache.attentionNorm)
      let seen = attention.backward(norm1.x, cache: cache.attention)
      return (
        x: norm1.x + seen.x + seen.memory,
        parameters: seen.parameters + norm1.parameters + fed.parameters + norm2.parameters
      )
    }
    // end
  }
}
