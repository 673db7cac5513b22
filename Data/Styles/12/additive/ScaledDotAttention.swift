import Tensors

/// A thousand million is taken from masked scores, and rows without any are put out in the end.
public struct ScaledDotAttention: Sendable {
  public struct Cache: Sendable {
    var query: Tensor
    var key: Tensor
    var value: Tensor
    var weights: Tensor
  }

  public init() {}

  public func weights(_ scores: Tensor, mask: Mask?) -> Tensor {
    let axis = scores.shape.count - 1
    var visible = Tensor(onesLike: scores)
    if let mask { visible = visible * Tensor(mask) }
    var z = scores - 1e9 * (1 - visible)
    z -= z.max(along: axis, keepingAxis: true)
    z = exp(z)
    z /= z.sum(along: axis, keepingAxis: true)
    let isAny = Tensor(visible.sum(along: axis, keepingAxis: true) .> 0)
    return z * isAny
  }

  public func forward(
    query: Tensor, key: Tensor, value: Tensor, mask: Mask? = nil
  ) -> (output: Tensor, cache: Cache) {
    let root = sqrt(Double(query.shape.last ?? 1))
    let scores = (query / root).matmul(key.swappingLastAxes())
    let shares = self.weights(scores, mask: mask)
    return (shares.matmul(value), Cache(query: query, key: key, value: value, weights: shares))
  }

  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (query: Tensor, key: Tensor, value: Tensor) {
    let (q, k, v, w) = (cache.query, cache.key, cache.value, cache.weights)
    let axis = w.shape.count - 1
    let dv = w.swappingLastAxes().matmul(upstream)
    let dw = upstream.matmul(v.swappingLastAxes())
    var ds = w * dw
    ds -= w * ds.sum(along: axis, keepingAxis: true)
    ds /= sqrt(Double(q.shape.last ?? 1))
    let dk = q.swappingLastAxes().matmul(ds).swappingLastAxes()
    return (query: ds.matmul(k), key: dk, value: dv)
  }
}

extension Tensor {
  func swappingLastAxes() -> Tensor {
    var axes = Array(shape.indices)
    axes.swapAt(rank - 2, rank - 1)
    return transposed(permuting: axes)
  }
}
