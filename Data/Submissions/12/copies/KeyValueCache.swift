import Tensors

/// The keys and values of positions that an attention has seen, so that they need not be computed again.
///
/// | name     | shape          | meaning                      |
/// | -------- | -------------- | ---------------------------- |
/// | `keys`   | `[N, H, S, d]` | of S positions, heads apart  |
/// | `values` | `[N, H, S, d]` | the same of the values       |
public struct KeyValueCache: Sendable {
  public var keys: Tensor
  public var values: Tensor

  public init(keys: Tensor, values: Tensor) {
    self.keys = keys
    self.values = values
  }
}

extension MultiHeadAttention {
  /// Returns the keys and values of `memory` `[N, S, D]`, behind those of `cache`, if there are any.
  public func keysAndValues(of memory: Tensor, behind cache: KeyValueCache?) -> KeyValueCache {
    let keys = apart(key.forward(memory))
    let values = apart(value.forward(memory))
    guard let cache else { return KeyValueCache(keys: keys, values: values) }
    return KeyValueCache(
      keys: cache.keys.concatenated(with: keys, along: 2),
      values: cache.values.concatenated(with: values, along: 2))
  }

  /// Returns what `forward` gives for `x` `[N, T, D]`, if the memory is the one that `cache` was made
  /// of.
  public func attend(_ x: Tensor, to cache: KeyValueCache, mask: Mask? = nil) -> Tensor {
    let heads = ScaledDotAttention().forward(
      query: apart(query.forward(x)), key: cache.keys, value: cache.values, mask: mask
    ).output
    return output.forward(joined(heads))
  }
}
