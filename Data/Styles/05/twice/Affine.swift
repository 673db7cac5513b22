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
    let n = x.shape[0]
    let y = x.reshaped(to: [n, 1, -1]).matmul(weights).squeezed(at: 1) + bias
    return (y, x)
  }

  /// Returns the gradients of the loss, given `upstream`, its gradient at `y` (`[N, M]`):
  /// at `x` (in the shape that `x` came in), at `weights` and at `bias`.
  ///
  /// They are sums over the N samples: the division by N is the loss's affair.
  public func backward(
    _ upstream: Tensor, cache: Tensor
  ) -> (x: Tensor, weights: Tensor, bias: Tensor) {
    let n = cache.shape[0]
    let rows = cache.reshaped(to: [n, -1])
    var dw = Tensor(zerosLike: weights)
    for i in 0..<n {
      dw.add(rows[i..<i + 1].transposed().matmul(upstream[i..<i + 1]), times: 1)
    }
    let dx = weights.matmul(upstream.reshaped(to: [n, -1, 1])).squeezed(at: 2)
    return (dx.reshaped(to: cache.shape), dw, Tensor(ones: [1, n]).matmul(upstream).row(0))
  }
}
