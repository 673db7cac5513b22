import Tensors

/// Looks up values by how well their keys match a query.
///
///     scores = query · keyᵀ / √d           weights = softmax(scores), row by row
///     y = weights · value
///
/// | name      | shape       | meaning                                              |
/// | --------- | ----------- | ---------------------------------------------------- |
/// | `query`   | `[…, T, d]` | T positions that ask                                 |
/// | `key`     | `[…, S, d]` | S positions that can be looked at                    |
/// | `value`   | `[…, S, e]` | what is to be had there                              |
/// | `mask`    |             | broadcasts to `[…, T, S]`; true: may be looked at    |
/// | `weights` | `[…, T, S]` | how much of each value goes into each output         |
/// | `y`       | `[…, T, e]` | the outputs                                          |
///
/// The leading axes, `…`, are the same in all of them. A place where the mask is false has the weight 0,
/// and the others share 1. A row of the mask that is false all through has nothing to share: all its
/// weights are 0, so its outputs are, and nothing comes back from it.
///
/// After Ashish Vaswani and others, "Attention is all you need", 2017.
public struct ScaledDotAttention: Sendable {
  /// What the way back needs: what is in it is up to you.
  public struct Cache: Sendable {
    var query: Tensor
    var key: Tensor
    var value: Tensor
    var weights: Tensor
  }

  public init() {}

  /// Returns `weights`, given `scores` `[…, T, S]`.
  public func weights(_ scores: Tensor, mask: Mask?) -> Tensor {
    let last = scores.rank - 1
    guard let mask else {
      let exponentials = exp(scores - scores.max(along: last, keepingAxis: true))
      return exponentials / exponentials.sum(along: last, keepingAxis: true)
    }
    let kept = Tensor(mask).converted(to: scores.elementType)
    let lowered = scores + (kept - 1) * 1e30
    let exponentials = exp(lowered - lowered.max(along: last, keepingAxis: true)) * kept
    // Where anything is kept, the greatest of it has e⁰ = 1: the sum is at least that.
    return exponentials / max(exponentials.sum(along: last, keepingAxis: true), 1)
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(
    query: Tensor, key: Tensor, value: Tensor, mask: Mask? = nil
  ) -> (output: Tensor, cache: Cache) {
    let depth = Double(query.shape[query.rank - 1])
    let scores = query.matmul(key.swappingLastAxes()) / depth.squareRoot()
    let weights = weights(scores, mask: mask)
    return (
      weights.matmul(value), Cache(query: query, key: key, value: value, weights: weights)
    )
  }

  /// Returns the gradients of the loss at `query`, `key` and `value`, given `upstream`, its gradient at
  /// `y`.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (query: Tensor, key: Tensor, value: Tensor) {
    let weights = cache.weights
    let atWeights = upstream.matmul(cache.value.swappingLastAxes())  // […, T, S]
    let shared = (atWeights * weights).sum(along: weights.rank - 1, keepingAxis: true)
    let depth = Double(cache.query.shape[cache.query.rank - 1])
    let atScores = weights * (atWeights - shared) / depth.squareRoot()
    return (
      query: atScores.matmul(cache.key),
      key: atScores.swappingLastAxes().matmul(cache.query),
      value: weights.swappingLastAxes().matmul(upstream)
    )
  }
}

extension Tensor {
  /// The same matrices, each transposed: `[…, N, M]` becomes `[…, M, N]`. A view.
  func swappingLastAxes() -> Tensor {
    var axes = Array(shape.indices)
    axes.swapAt(rank - 2, rank - 1)
    return transposed(permuting: axes)
  }
}
