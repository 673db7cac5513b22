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
    // TODO: 12.8  Cut the last axis in two, and bring the heads to the front of the positions.
    unfinished("12.8")
  }

  /// Returns heads `[N, H, T, d]` side by side, `[N, T, D]`: what takes `apart` back.
  public func joined(_ heads: Tensor) -> Tensor {
    // TODO: 12.9  The same two steps, backward.
    unfinished("12.9")
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(
    _ x: Tensor, memory: Tensor, mask: Mask? = nil
  ) -> (output: Tensor, cache: Cache) {
    // TODO: 12.10  Who asks, and who is looked at? The mask goes to all heads as it is.
    unfinished("12.10")
  }

  /// Returns the gradients of the loss at `x`, at `memory` and at the parameters, given `upstream`, its
  /// gradient at `y`. If `memory` was x itself, its gradient is the sum of the first two.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, memory: Tensor, parameters: [Tensor]) {
    // TODO: 12.11  The way there, reversed. Two layers have looked at the memory.
    unfinished("12.11")
  }
}
