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
    gradientsByLoops(upstream, x: x, weights: weights)
  }
}

public enum Contraction {
  public static func gradientsByLoops(
    _ upstream: Tensor, a: Tensor, b: Tensor, weights: Tensor
  ) -> (a: Tensor, b: Tensor, weights: Tensor) {
    var slopes = (
      a: Tensor(zerosLike: a), b: Tensor(zerosLike: b), weights: Tensor(zerosLike: weights)
    )
    for n in 0..<a.shape[0] {
      for i in 0..<a.shape[1] {
        for j in 0..<b.shape[1] {
          for k in 0..<weights.shape[2] {
            slopes.a[n, i] += upstream[n, k] * weights[i, j, k] * b[n, j]
            slopes.b[n, j] += upstream[n, k] * weights[i, j, k] * a[n, i]
            slopes.weights[i, j, k] += upstream[n, k] * a[n, i] * b[n, j]
          }
        }
      }
    }
    return slopes
  }

  public static func gradients(
    _ upstream: Tensor, a: Tensor, b: Tensor, weights: Tensor
  ) -> (a: Tensor, b: Tensor, weights: Tensor) {
    gradientsByLoops(upstream, a: a, b: b, weights: weights)
  }
}
