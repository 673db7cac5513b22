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
    let pieces = (0..<x.shape[0]).map { n in
      (
        x: weights.matmul(upstream.row(n)),
        weights: x.rows(at: [n]).transposed().matmul(upstream.rows(at: [n]))
      )
    }
    return (
      x: Tensor(concatenating: pieces.map { $0.x.reshaped(to: [1, -1]) }, along: 0),
      weights: pieces.dropFirst().reduce(pieces[0].weights) { $0 + $1.weights }
    )
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
    var (rowsA, rowsB): ([Tensor], [Tensor]) = ([], [])
    var atWeights = Tensor(zerosLike: weights)
    let (i, j, k) = (weights.shape[0], weights.shape[1], weights.shape[2])
    for n in 0..<a.shape[0] {
      // [I, J]: how much each pair of this sample counts.
      let pairs = weights.reshaped(to: [i * j, k]).matmul(upstream.row(n)).reshaped(to: [i, j])
      rowsA.append(pairs.matmul(b.row(n)).reshaped(to: [1, i]))
      rowsB.append(a.row(n).matmul(pairs).reshaped(to: [1, j]))
      let outer = a.row(n).reshaped(to: [i, 1]) * b.row(n)
      atWeights += outer.reshaped(to: [i, j, 1]) * upstream.row(n)
    }
    return (
      a: Tensor(concatenating: rowsA, along: 0), b: Tensor(concatenating: rowsB, along: 0),
      weights: atWeights
    )
  }
}
