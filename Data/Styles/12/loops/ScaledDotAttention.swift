import Tensors

/// Number by number.
public struct ScaledDotAttention: Sendable {
  public struct Cache: Sendable {
    var query: Tensor
    var key: Tensor
    var value: Tensor
    var weights: Tensor
  }

  public init() {}

  public func weights(_ scores: Tensor, mask: Mask?) -> Tensor {
    let (rows, width) = (
      scores.count / scores.shape[scores.rank - 1], scores.shape[scores.rank - 1]
    )
    let seen = mask.map { (Tensor($0) + Tensor(zerosLike: scores)).scalars }
    var weights = scores.scalars
    for row in 0..<rows {
      let places = (row * width..<(row + 1) * width).filter { seen == nil || seen![$0] > 0 }
      for place in row * width..<(row + 1) * width where !places.contains(place) {
        weights[place] = 0
      }
      guard let greatest = places.map({ weights[$0] }).max() else { continue }
      var total = 0.0
      for place in places {
        weights[place] = exp(weights[place] - greatest)
        total += weights[place]
      }
      for place in places { weights[place] /= total }
    }
    return Tensor(shape: scores.shape, scalars: weights).converted(to: scores.elementType)
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
    let (shape, count) = (cache.weights.shape, cache.weights.rank)
    let (asking, seen) = (shape[count - 2], shape[count - 1])
    let atWeights = upstream.matmul(cache.value.swappingLastAxes()).scalars
    let weights = cache.weights.scalars
    let root = Double(cache.query.shape[count - 1]).squareRoot()
    var slopes = [Double](repeating: 0, count: weights.count)
    for row in 0..<weights.count / seen {
      var sum = 0.0
      for s in 0..<seen { sum += weights[row * seen + s] * atWeights[row * seen + s] }
      for s in 0..<seen {
        slopes[row * seen + s] = weights[row * seen + s] * (atWeights[row * seen + s] - sum) / root
      }
    }
    precondition(asking > 0)
    let atScores = Tensor(shape: shape, scalars: slopes).converted(to: upstream.elementType)
    return (
      query: atScores.matmul(cache.key),
      key: atScores.swappingLastAxes().matmul(cache.query),
      value: cache.weights.swappingLastAxes().matmul(upstream)
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
