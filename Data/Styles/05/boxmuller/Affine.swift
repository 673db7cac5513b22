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
    let inner = Array(1..<x.rank)
    let y = x.tensordot(weights(shapedFor: x), along: inner, and: inner.map { $0 - 1 })
    return (y + bias, x)
  }

  /// Returns the gradients of the loss, given `upstream`, its gradient at `y` (`[N, M]`):
  /// at `x` (in the shape that `x` came in), at `weights` and at `bias`.
  ///
  /// They are sums over the N samples: the division by N is the loss's affair.
  public func backward(
    _ upstream: Tensor, cache: Tensor
  ) -> (x: Tensor, weights: Tensor, bias: Tensor) {
    let w = weights(shapedFor: cache)
    return (
      x: upstream.tensordot(w, along: [1], and: [w.rank - 1]),
      weights: cache.tensordot(upstream, along: [0], and: [0]).reshaped(to: weights.shape),
      bias: Tensor(onesLike: upstream.sum(along: 1)).tensordot(upstream, along: [0], and: [0])
    )
  }

  private func weights(shapedFor x: Tensor) -> Tensor {
    weights.reshaped(to: Array(x.shape.dropFirst()) + [bias.count])
  }
}
