import Tensors

/// The matrix product.
///
///     y[n, m] = Σ x[n, d] · W[d, m]                     over d
///
/// | name       | shape    | meaning                            |
/// | ---------- | -------- | ---------------------------------- |
/// | `x`        | `[N, D]` | N samples of D numbers             |
/// | `weights`  | `[D, M]` | W                                  |
/// | `upstream` | `[N, M]` | the gradient of the loss at y      |
public enum MatrixProduct {
  /// Returns the gradients of the loss at `x` and at `weights`, by loops over single numbers.
  public static func gradientsByLoops(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    // begin 2.11: One term of the sum has two factors. What reaches each of them, and from where?
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
    // end
  }

  /// Returns the same, as matrix products.
  public static func gradients(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    // begin 2.12: Over which index did each loop add? That one has to stand in the middle.
    (
      x: upstream.matmul(weights.transposed()),
      weights: x.transposed().matmul(upstream)
    )
    // end
  }
}

/// A contraction with weights that have three indices: every output is a sum over all pairs.
///
///     y[n, k] = Σ a[n, i] · W[i, j, k] · b[n, j]        over i and j
///
/// | name       | shape       | meaning                       |
/// | ---------- | ----------- | ----------------------------- |
/// | `a`        | `[N, I]`    | N samples of I numbers        |
/// | `b`        | `[N, J]`    | N samples of J numbers        |
/// | `weights`  | `[I, J, K]` | W                             |
/// | `upstream` | `[N, K]`    | the gradient of the loss at y |
public enum Contraction {
  /// Returns the gradients of the loss at `a`, `b` and `weights`, by loops over single numbers.
  public static func gradientsByLoops(
    _ upstream: Tensor, a: Tensor, b: Tensor, weights: Tensor
  ) -> (a: Tensor, b: Tensor, weights: Tensor) {
    // begin 2.13: One term of the sum has three factors now.
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
    // end
  }

  /// Returns the same, without a loop.
  public static func gradients(
    _ upstream: Tensor, a: Tensor, b: Tensor, weights: Tensor
  ) -> (a: Tensor, b: Tensor, weights: Tensor) {
    // begin 2.14: Two indices that are summed together can be made one: [J, K] is a row of J · K.
    let (n, i, j, k) = (a.shape[0], weights.shape[0], weights.shape[1], weights.shape[2])
    let above = upstream.reshaped(to: [n, 1, k])
    let outputsAndB = (b.reshaped(to: [n, j, 1]) * above).reshaped(to: [n, j * k])
    let outputsAndA = (a.reshaped(to: [n, i, 1]) * above).reshaped(to: [n, i * k])
    let byB = weights.transposed(permuting: [1, 0, 2]).reshaped(to: [j, i * k])
    return (
      a: outputsAndB.matmul(weights.reshaped(to: [i, j * k]).transposed()),
      b: outputsAndA.matmul(byB.transposed()),
      weights: a.transposed().matmul(outputsAndB).reshaped(to: [i, j, k])
    )
    // end
  }
}
