import Tensors

/// The squared distance of each point of `a` from each point of `b`.
///
///     d[n, m] = Σ (a[n, k] - b[m, k])²        sum over k
///
/// No entry of the result is below 0, however it was rounded.
///
/// | name   | shape    | meaning                                       |
/// | ------ | -------- | --------------------------------------------- |
/// | `a`    | `[N, K]` | N points of K coordinates                     |
/// | `b`    | `[M, K]` | M points of K coordinates                     |
/// | result | `[N, M]` | a squared distance for each pair              |
public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  let squares = (a * a).sum(along: 1, keepingAxis: true) + (b * b).sum(along: 1)
  return squares - 2 * a.matmul(b.transposed())
}
