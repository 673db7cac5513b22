import Tensors

/// The two parts as one list of steps.
public struct EncoderBlock: Parameterized {
  public var placement: NormPlacement
  public var attention: MultiHeadAttention
  public var attentionNorm: LayerNorm
  public var feed: FeedForward
  public var feedNorm: LayerNorm

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

  public func forward(_ x: Tensor, mask: Mask? = nil) -> (output: Tensor, cache: Cache) {
    var y = x
    let first = placement == .before ? attentionNorm.forward(x) : nil
    let looked = first?.output ?? x
    let (seen, attentionCache) = attention.forward(looked, memory: looked, mask: mask)
    y += seen
    let norm1 = first?.cache ?? attentionNorm.forward(y).cache
    if placement == .after { y = attentionNorm.forward(y).output }
    let second = placement == .before ? feedNorm.forward(y) : nil
    let (fed, feedCache) = feed.forward(second?.output ?? y)
    y += fed
    let norm2 = second?.cache ?? feedNorm.forward(y).cache
    if placement == .after { y = feedNorm.forward(y).output }
    return (
      y, Cache(attention: attentionCache, attentionNorm: norm1, feed: feedCache, feedNorm: norm2)
    )
  }

  public func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    var (signal, feedNormGradients, attentionNormGradients) = (upstream, [Tensor](), [Tensor]())
    if placement == .after {
      (signal, feedNormGradients) = feedNorm.backward(signal, cache: cache.feedNorm)
    }
    var (branch, feedGradients) = feed.backward(signal, cache: cache.feed)
    if placement == .before {
      (branch, feedNormGradients) = feedNorm.backward(branch, cache: cache.feedNorm)
    }
    signal += branch
    if placement == .after {
      (signal, attentionNormGradients) = attentionNorm.backward(signal, cache: cache.attentionNorm)
    }
    let seen = attention.backward(signal, cache: cache.attention)
    branch = seen.x + seen.memory
    if placement == .before {
      (branch, attentionNormGradients) = attentionNorm.backward(branch, cache: cache.attentionNorm)
    }
    signal += branch
    feedGradients += feedNormGradients
    return (signal, seen.parameters + attentionNormGradients + feedGradients)
  }
}
