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
    // TODO: 2.11  One term of the sum has two factors. What reaches each of them, and from where?
    unfinished("2.11")
  }

  /// Returns the same, as matrix products.
  public static func gradients(
    _ upstream: Tensor, x: Tensor, weights: Tensor
  ) -> (x: Tensor, weights: Tensor) {
    // TODO: 2.12  Over which index did each loop add? That one has to stand in the middle.
    unfinished("2.12")
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
    // TODO: 2.13  One term of the sum has three factors now.
    unfinished("2.13")
  }

  /// Returns the same, without a loop.
  public static func gradients(
    _ upstream: Tensor, a: Tensor, b: Tensor, weights: Tensor
  ) -> (a: Tensor, b: Tensor, weights: Tensor) {
    // TODO: 2.14  Two indices that are summed together can be made one: [J, K] is a row of J · K.
    unfinished("2.14")
  }
}
