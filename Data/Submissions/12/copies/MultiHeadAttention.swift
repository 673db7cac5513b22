import Tensors

/// Several attentions side by side, each on a part of the width, between four affine layers.
///
///     query = x · Wq + bq      key = memory · Wk + bk      value = memory · Wv + bv
///     head h: attention with entries h · d ..< (h + 1) · d of each, d = D / H
///     y = (the heads' outputs, side by side) · Wo + bo
///
/// | name     | shape       | meaning                                                 |
/// | -------- | ----------- | ------------------------------------------------------- |
/// | `x`      | `[N, T, D]` | N rows of T positions that ask                          |
/// | `memory` | `[N, S, D]` | N rows of S positions to be looked at; x itself, or not |
/// | `mask`   |             | broadcasts to `[N, H, T, S]`; true: may be looked at    |
/// | `y`      | `[N, T, D]` | the outputs                                             |
public struct MultiHeadAttention: Parameterized {
  /// H; D is a multiple of it.
  public var heads: Int
  public var query: Linear
  public var key: Linear
  public var value: Linear
  public var output: Linear

  /// What the way back needs: what is in it is up to you.
  public struct Cache: Sendable {
    var x: Tensor
    var memory: Tensor
    var attention: ScaledDotAttention.Cache

    /// The heads' outputs side by side, `[N, T, D]`.
    var joined: Tensor
  }

  public init(width: Int, heads: Int, using generator: inout some RandomNumberGenerator) {
    self.heads = heads
    query = Linear(inputs: width, outputs: width, using: &generator)
    key = Linear(inputs: width, outputs: width, using: &generator)
    value = Linear(inputs: width, outputs: width, using: &generator)
    output = Linear(inputs: width, outputs: width, using: &generator)
  }

  /// Those of `query`, `key`, `value`, `output`: eight tensors.
  public var parameters: [Tensor] {
    get { [query, key, value, output].flatMap(\.parameters) }
    set {
      var rest = newValue[...]
      query.take(from: &rest)
      key.take(from: &rest)
      value.take(from: &rest)
      output.take(from: &rest)
    }
  }

  /// Returns `x` `[N, T, D]` with the heads apart, `[N, H, T, d]`.
  public func apart(_ x: Tensor) -> Tensor {
    x.reshaped(to: [x.shape[0], x.shape[1], heads, -1]).transposed(permuting: [0, 2, 1, 3])
  }

  /// Returns heads `[N, H, T, d]` side by side, `[N, T, D]`: what takes `apart` back.
  public func joined(_ heads: Tensor) -> Tensor {
    heads.transposed(permuting: [0, 2, 1, 3])
      .reshaped(to: [heads.shape[0], heads.shape[2], -1])
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(
    _ x: Tensor, memory: Tensor, mask: Mask? = nil
  ) -> (output: Tensor, cache: Cache) {
    let (heads, cache) = ScaledDotAttention().forward(
      query: apart(query.forward(x)), key: apart(key.forward(memory)),
      value: apart(value.forward(memory)), mask: mask)
    let joined = joined(heads)
    return (
      output.forward(joined), Cache(x: x, memory: memory, attention: cache, joined: joined)
    )
  }

  /// Returns the gradients of the loss at `x`, at `memory` and at the parameters, given `upstream`, its
  /// gradient at `y`. If `memory` was x itself, its gradient is the sum of the first two.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, memory: Tensor, parameters: [Tensor]) {
    let last = output.backward(upstream, x: cache.joined)
    let heads = ScaledDotAttention().backward(apart(last.x), cache: cache.attention)
    let atQuery = query.backward(joined(heads.query), x: cache.x)
    let atKey = key.backward(joined(heads.key), x: cache.memory)
    let atValue = value.backward(joined(heads.value), x: cache.memory)
    return (
      x: atQuery.x, memory: atKey.x + atValue.x,
      parameters: atQuery.parameters + atKey.parameters + atValue.parameters + last.parameters
    )
  }
}
