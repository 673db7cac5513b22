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
    // TODO: 12.17  As an encoder block with one part more. Which mask belongs to which attention?
    unfinished("12.17")
  }

  /// Returns the gradients of the loss at `x`, at `memory` and at the parameters, given `upstream`, its
  /// gradient at `y`.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, memory: Tensor, parameters: [Tensor]) {
    // TODO: 12.18  Three forks in place of two; and the memory gets what the cross-attention hands it.
    unfinished("12.18")
  }
}
