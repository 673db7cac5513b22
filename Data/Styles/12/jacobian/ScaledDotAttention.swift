import Tensors

/// The softmax's way back by its whole matrix of slopes, diag(w) - w wᵀ, for every row.
public struct ScaledDotAttention: Sendable {
  public struct Cache: Sendable {
    var query: Tensor
    var key: Tensor
    var value: Tensor
    var weights: Tensor
  }

  public init() {}

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
    let (w, root) = (cache.weights, sqrt(Double(cache.query.shape[cache.query.rank - 1])))
    let width = w.shape[w.rank - 1]
    let rows = w.reshaped(to: [-1, 1, width])
    let diagonal = Tensor(oneHot: Array(0..<width), count: width)
    let slopes = rows * diagonal - rows.swappingLastAxes().matmul(rows)
    let atWeights = upstream.matmul(cache.value.swappingLastAxes()).reshaped(to: [-1, 1, width])
    let atScores = atWeights.matmul(slopes).reshaped(to: w.shape) / root
    return (
      query: atScores.matmul(cache.key),
      key: cache.query.swappingLastAxes().matmul(atScores).swappingLastAxes(),
      value: w.swappingLastAxes().matmul(upstream)
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
