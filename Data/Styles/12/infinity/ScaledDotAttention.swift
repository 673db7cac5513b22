import Tensors

/// Masked scores are minus infinity; rows that are NaN by that become 0.
public struct ScaledDotAttention: Sendable {
  public struct Cache: Sendable {
    var query: Tensor
    var key: Tensor
    var value: Tensor
    var weights: Tensor
  }

  public init() {}

  public func weights(_ scores: Tensor, mask: Mask?) -> Tensor {
    var scores = scores
    if let mask {
      let everywhere = (Tensor(mask) + Tensor(zerosLike: scores)) .> 0.5
      scores = scores.replacing(with: -.infinity, where: .!everywhere)
    }
    let last = scores.rank - 1
    let powers = exp(scores - scores.max(along: last, keepingAxis: true))
    let shares = powers / powers.sum(along: last, keepingAxis: true)
    return shares.replacing(with: 0, where: shares .!= shares)
  }

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
  func swappingLastAxes() -> Tensor {
    var axes = Array(shape.indices)
    axes.swapAt(rank - 2, rank - 1)
    return transposed(permuting: axes)
  }
}
