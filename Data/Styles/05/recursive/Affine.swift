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
    let outputs = (0..<x.shape[0]).map { n in
      (x.row(n).reshaped(to: [-1]).matmul(weights) + bias).expandingAxis(at: 0)
    }
    return (Tensor(concatenating: outputs, along: 0), x)
  }

  /// Returns the gradients of the loss, given `upstream`, its gradient at `y` (`[N, M]`):
  /// at `x` (in the shape that `x` came in), at `weights` and at `bias`.
  ///
  /// They are sums over the N samples: the division by N is the loss's affair.
  public func backward(
    _ upstream: Tensor, cache: Tensor
  ) -> (x: Tensor, weights: Tensor, bias: Tensor) {
    var dx = Tensor(zerosLike: cache)
    var dw = Tensor(zerosLike: weights)
    var db = Tensor(zerosLike: bias)
    for n in 0..<upstream.shape[0] {
      let up = upstream.row(n)
      let sample = cache.row(n)
      dx[n..<n + 1] = weights.matmul(up).reshaped(to: [1] + sample.shape)
      dw += sample.reshaped(to: [-1, 1]) * up
      db += up
    }
    return (dx, dw, db)
  }
}
