import Tensors

/// A block of a decoder: every position looks at those before it, then at what the encoder has made of
/// the source, then thinks for itself.
///
///     before:   z = x + attention(norm₁(x))                after:   z = norm₁(x + attention(x))
///               w = z + cross(norm₂(z), memory)                     w = norm₂(z + cross(z, memory))
///               y = w + feed(norm₃(w))                              y = norm₃(w + feed(w))
///
/// | name         | shape       | meaning                                               |
/// | ------------ | ----------- | ----------------------------------------------------- |
/// | `x`          | `[N, T, D]` | N rows of T positions                                 |
/// | `memory`     | `[N, S, D]` | the encoder's output, which is not normalised here    |
/// | `memoryMask` |             | broadcasts to `[N, H, T, S]`; true: may be looked at  |
/// | `y`          | `[N, T, D]` | the outputs                                           |
///
/// In `attention` position t sees the positions 0 to t of x, always.
public struct DecoderBlock: Sendable {
  public var placement: NormPlacement
  public var attention: MultiHeadAttention
  public var attentionNorm: LayerNorm
  public var cross: MultiHeadAttention
  public var crossNorm: LayerNorm
  public var feed: FeedForward
  public var feedNorm: LayerNorm

  /// What the way back needs: what is in it is up to you.
  public struct Cache: Sendable {
    var attention: MultiHeadAttention.Cache
    var attentionNorm: LayerNorm.Cache
    var cross: MultiHeadAttention.Cache
    var crossNorm: LayerNorm.Cache
    var feed: FeedForward.Cache
    var feedNorm: LayerNorm.Cache
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(
    _ x: Tensor, memory: Tensor, memoryMask: Mask? = nil
  ) -> (output: Tensor, cache: Cache) {
    let causal = causalMask(x.shape[1])
    switch placement {
    case .before:
      let (normalX, norm1) = attentionNorm.forward(x)
      let (seen, cache1) = attention.forward(normalX, memory: normalX, mask: causal)
      let z = x + seen
      let (normalZ, norm2) = crossNorm.forward(z)
      let (crossed, cache2) = cross.forward(normalZ, memory: memory, mask: memoryMask)
      let w = z + crossed
      let (normalW, norm3) = feedNorm.forward(w)
      let (fed, cache3) = feed.forward(normalW)
      return (
        w + fed,
        Cache(
          attention: cache1, attentionNorm: norm1, cross: cache2, crossNorm: norm2, feed: cache3,
          feedNorm: norm3)
      )
    case .after:
      let (seen, cache1) = attention.forward(x, memory: x, mask: causal)
      let (z, norm1) = attentionNorm.forward(x + seen)
      let (crossed, cache2) = cross.forward(z, memory: memory, mask: memoryMask)
      let (w, norm2) = crossNorm.forward(z + crossed)
      let (fed, cache3) = feed.forward(w)
      let (y, norm3) = feedNorm.forward(w + fed)
      return (
        y,
        Cache(
          attention: cache1, attentionNorm: norm1, cross: cache2, crossNorm: norm2, feed: cache3,
          feedNorm: norm3)
      )
    }
  }

  /// Returns the gradients of the loss at `x`, at `memory` and at the parameters, given `upstream`, its
  /// gradient at `y`.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, memory: Tensor, parameters: [Tensor]) {
    switch placement {
    case .before:
      let fed = feed.backward(upstream, cache: cache.feed)
      let norm3 = feedNorm.backward(fed.x, cache: cache.feedNorm)
      let atW = upstream + norm3.x
      let crossed = cross.backward(atW, cache: cache.cross)
      let norm2 = crossNorm.backward(crossed.x, cache: cache.crossNorm)
      let atZ = atW + norm2.x
      let seen = attention.backward(atZ, cache: cache.attention)
      let norm1 = attentionNorm.backward(seen.x + seen.memory, cache: cache.attentionNorm)
      return (
        x: atZ + norm1.x, memory: crossed.memory,
        parameters: seen.parameters + norm1.parameters + crossed.parameters + norm2.parameters
          + fed.parameters + norm3.parameters
      )
    case .after:
      let norm3 = feedNorm.backward(upstream, cache: cache.feedNorm)
      let fed = feed.backward(norm3.x, cache: cache.feed)
      let norm2 = crossNorm.backward(norm3.x + fed.x, cache: cache.crossNorm)
      let crossed = cross.backward(norm2.x, cache: cache.cross)
      let norm1 = attentionNorm.backward(norm2.x + crossed.x, cache: cache.attentionNorm)
      let seen = attention.backward(norm1.x, cache: cache.attention)
      return (
        x: norm1.x + seen.x + seen.memory, memory: crossed.memory,
        parameters: seen.parameters + norm1.parameters + crossed.parameters + norm2.parameters
          + fed.parameters + norm3.parameters
      )
    }
  }
}
