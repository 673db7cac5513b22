import Tensors

/// One head after the other.
public struct MultiHeadAttention: Parameterized {
  public var heads: Int
  public var query: Linear
  public var key: Linear
  public var value: Linear
  public var output: Linear

  public struct Cache: Sendable {
    var x: Tensor
    var memory: Tensor
    var attention: ScaledDotAttention.Cache

    var joined: Tensor
  }

  public init(width: Int, heads: Int, using generator: inout some RandomNumberGenerator) {
    self.heads = heads
    query = Linear(inputs: width, outputs: width, using: &generator)
    key = Linear(inputs: width, outputs: width, using: &generator)
    value = Linear(inputs: width, outputs: width, using: &generator)
    output = Linear(inputs: width, outputs: width, using: &generator)
  }

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

  public func apart(_ x: Tensor) -> Tensor {
    let d = x.shape[2] / heads
    let rows = x.transposed(permuting: [2, 0, 1])
    let pieces = (0..<heads).map { h in
      rows[h * d..<(h + 1) * d].transposed(permuting: [1, 2, 0]).expandingAxis(at: 1)
    }
    return Tensor(concatenating: pieces, along: 1)
  }

  public func joined(_ heads: Tensor) -> Tensor {
    let front = heads.transposed(permuting: [1, 0, 2, 3])
    return Tensor(concatenating: (0..<heads.shape[1]).map { front.row($0) }, along: 2)
  }

  public func forward(
    _ x: Tensor, memory: Tensor, mask: Mask? = nil
  ) -> (output: Tensor, cache: Cache) {
    let q = apart(query.forward(x))
    let k = apart(key.forward(memory))
    let v = apart(value.forward(memory))
    let attention = ScaledDotAttention().forward(query: q, key: k, value: v, mask: mask)
    let all = joined(attention.output)
    return (
      output.forward(all), Cache(x: x, memory: memory, attention: attention.cache, joined: all)
    )
  }

  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, memory: Tensor, parameters: [Tensor]) {
    let (atJoined, outputs) = output.backward(upstream, x: cache.joined)
    let heads = ScaledDotAttention().backward(apart(atJoined), cache: cache.attention)
    let (dx, queries) = query.backward(joined(heads.query), x: cache.x)
    let (dk, keys) = key.backward(joined(heads.key), x: cache.memory)
    let (dv, values) = value.backward(joined(heads.value), x: cache.memory)
    return (dx, dk + dv, queries + keys + values + outputs)
  }
}
