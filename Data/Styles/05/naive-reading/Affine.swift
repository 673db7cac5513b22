import Tensors

/// A fully connected layer: every output is a weighted sum of all inputs, and a bias.
///
///     y = x · W + b
///
/// | name       | shape             | meaning                                     |
/// | ---------- | ----------------- | ------------------------------------------- |
/// | `x`        | `[N, d1, …, dk]`  | N samples, each of D = d1 · … · dk entries  |
/// | `weights`  | `[D, M]`          | W                                           |
/// | `bias`     | `[M]`             | b, added to every sample                    |
/// | `y`        | `[N, M]`          | the outputs                                 |
public struct Affine: Sendable {
  public var weights: Tensor
  public var bias: Tensor

  public init(weights: Tensor, bias: Tensor) {
    self.weights = weights
    self.bias = bias
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    let (n, d, m) = (x.shape[0], weights.shape[0], weights.shape[1])
    let rows = x.reshaped(to: [n, d])
    let columns = weights.transposed()
    var y = Tensor(zeros: [n, m])
    for i in 0..<n { for j in 0..<m { y[i, j] = (rows.row(i) * columns.row(j)).sum() + bias[j] } }
    return (y, x)
  }

  /// Returns the gradients of the loss, given `upstream`, its gradient at `y` (`[N, M]`):
  /// at `x` (in the shape that `x` came in), at `weights` and at `bias`.
  ///
  /// They are sums over the N samples: the division by N is the loss's affair.
  public func backward(
    _ upstream: Tensor, cache: Tensor
  ) -> (x: Tensor, weights: Tensor, bias: Tensor) {
    let (n, d, m) = (cache.shape[0], weights.shape[0], weights.shape[1])
    let features = cache.reshaped(to: [n, d]).transposed()
    let outputs = upstream.transposed()
    var (dx, dw, db) = (Tensor(zeros: [n, d]), Tensor(zerosLike: weights), Tensor(zerosLike: bias))
    for k in 0..<d { for j in 0..<m { dw[k, j] = (features.row(k) * outputs.row(j)).sum() } }
    for i in 0..<n { for k in 0..<d { dx[i, k] = (upstream.row(i) * weights.row(k)).sum() } }
    for j in 0..<m { db[j] = outputs.row(j).sum() }
    return (dx.reshaped(to: cache.shape), dw, db)
  }
}
