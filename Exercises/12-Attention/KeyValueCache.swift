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
    // TODO: 12.33  The positions of heads [N, H, S, d] lie along axis 2.
    unfinished("12.33")
  }

  /// Returns what `forward` gives for `x` `[N, T, D]`, if the memory is the one that `cache` was made
  /// of.
  public func attend(_ x: Tensor, to cache: KeyValueCache, mask: Mask? = nil) -> Tensor {
    // TODO: 12.34  What is left to compute of the three?
    unfinished("12.34")
  }
}
