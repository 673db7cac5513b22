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
    precondition(x.count == x.shape[0] * weights.shape[0], "\(x.shape) does not fit \(weights.shape)")
    guard x.rank != 2 else { return (x.matmul(weights) + bias, x) }
    let (y, _) = forward(x.reshaped(to: [x.shape[0], weights.shape[0]]))
    return (y, x)
  }

  /// Returns the gradients of the loss, given `upstream`, its gradient at `y` (`[N, M]`):
  /// at `x` (in the shape that `x` came in), at `weights` and at `bias`.
  ///
  /// They are sums over the N samples: the division by N is the loss's affair.
  public func backward(
    _ upstream: Tensor, cache: Tensor
  ) -> (x: Tensor, weights: Tensor, bias: Tensor) {
    guard cache.rank == 2 else {
      var result = backward(upstream, cache: cache.reshaped(to: [cache.shape[0], weights.shape[0]]))
      result.x = result.x.reshaped(to: cache.shape)
      return result
    }
    return (upstream.tensordot(weights, along: [1], and: [1]), cache.tensordot(upstream, along: [0], and: [0]), upstream.sum(along: 0))
  }
}
