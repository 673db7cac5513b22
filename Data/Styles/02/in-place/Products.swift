import Tensors

public enum MatrixProduct {
  public static func gradientsByLoops(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    var (atX, atWeights) = (Tensor(zerosLike: x), Tensor(zerosLike: weights))
    for m in 0..<weights.shape[1] {
      for n in 0..<x.shape[0] {
        let above = upstream[n, m]
        for d in 0..<x.shape[1] {
          atX[n, d] += above * weights[d, m]
          atWeights[d, m] += x[n, d] * above
        }
      }
    }
    return (atX, atWeights)
  }

  public static func gradients(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    var atWeights = Tensor(zeros: weights.shape)
    for n in 0..<x.shape[0] {
      atWeights += x.row(n).reshaped(to: [-1, 1]) * upstream.row(n)
    }
    return (weights.matmul(upstream.transposed()).transposed(), atWeights)
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
    var (atA, atB) = (Tensor(zerosLike: a), Tensor(zerosLike: b))
    var atWeights = Tensor(zerosLike: weights)
    for i in 0..<a.shape[1] {
      for j in 0..<b.shape[1] {
        for n in 0..<a.shape[0] {
          let along = (upstream.row(n) * weights.row(i).row(j)).sum()
          atA[n, i] += along * b[n, j]
          atB[n, j] += along * a[n, i]
          for k in 0..<weights.shape[2] { atWeights[i, j, k] += a[n, i] * b[n, j] * upstream[n, k] }
        }
      }
    }
    return (atA, atB, atWeights)
  }
}
