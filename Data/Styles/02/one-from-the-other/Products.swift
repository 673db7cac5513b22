import Tensors

public enum MatrixProduct {
  public static func gradientsByLoops(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    let product = gradients(upstream, x: x, weights: weights)
    return (x: product.x, weights: product.weights)
  }

  public static func gradients(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    (
      x: weights.matmul(upstream.transposed()).transposed(),
      weights: upstream.transposed().matmul(x).transposed()
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
    var parts: [(a: Tensor, b: Tensor, weights: Tensor)] = []
    for k in 0..<weights.shape[2] {
      // For one output it is a · W · b.
      let slice = Tensor(
        (0..<weights.shape[0]).map { i in (0..<weights.shape[1]).map { weights[i, $0, k] } })
      let above = upstream.transposed().row(k).reshaped(to: [-1, 1])
      parts.append(
        (
          a: above * b.matmul(slice.transposed()), b: above * a.matmul(slice),
          weights: a.transposed().matmul(above * b)
        ))
    }
    return (
      a: parts.dropFirst().reduce(parts[0].a) { $0 + $1.a },
      b: parts.dropFirst().reduce(parts[0].b) { $0 + $1.b },
      weights: Tensor(concatenating: parts.map { $0.weights.expandingAxis(at: 2) }, along: 2)
    )
  }
}
