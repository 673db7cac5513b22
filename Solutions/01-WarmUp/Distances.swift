import Tensors

/// The squared distance of each point of `a` from each point of `b`.
///
///     d[n, m] = Σ (a[n, k] - b[m, k])²        sum over k
///
/// No entry of the result is below 0, however it was rounded. A point and itself are 0 apart, or so
/// little above it as rounding makes.
///
/// | name   | shape    | meaning                                       |
/// | ------ | -------- | --------------------------------------------- |
/// | `a`    | `[N, K]` | N points of K coordinates                     |
/// | `b`    | `[M, K]` | M points of K coordinates                     |
/// | result | `[N, M]` | a squared distance for each pair              |
public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  // begin 1.4: Of which shape must a be, so that it meets each point of b?
  let differences = a.expandingAxis(at: 1) - b  // [N, 1, K] - [M, K]
  return (differences * differences).sum(along: 2)
  // end
}
