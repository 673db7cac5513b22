import Tensors

public enum MatrixProduct {
  public static func gradientsByLoops(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    var slopes = (x: Tensor(zerosLike: x), weights: Tensor(zerosLike: weights))
    for n in 0..<x.shape[0] {
      for d in 0..<x.shape[1] {
        for m in 0..<weights.shape[1] {
          slopes.x[n, d] += upstream[n, m] * weights[d, m]
          slopes.weights[d, m] += upstream[n, m] * x[n, d]
        }
      }
    }
    return slopes
  }

  public static func gradients(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    (
      x: upstream.tensordot(weights, along: [1], and: [1]),
      weights: x.tensordot(upstream, along: [0], and: [0])
    )
  }
}

public enum Contraction {
  public static func gradientsByLoops(
    _ upstream: Tensor, a: Tensor, b: Tensor, weights: Tensor
  ) -> (a: Tensor, b: Tensor, weights: Tensor) {
    gradients(upstream, a: a, b: b, weights: weights)
  }

  public static func gradients(
    _ upstream: Tensor, a: Tensor, b: Tensor, weights: Tensor
  ) -> (a: Tensor, b: Tensor, weights: Tensor) {
    let pairs = b.expandingAxis(at: 2) * upstream.expandingAxis(at: 1)  // [N, J, K]
    let others = a.expandingAxis(at: 2) * upstream.expandingAxis(at: 1)  // [N, I, K]
    return (
      a: pairs.tensordot(weights, along: [1, 2], and: [1, 2]),
      b: others.tensordot(weights, along: [1, 2], and: [0, 2]),
      weights: a.tensordot(pairs, along: [0], and: [0])
    )
  }
}
