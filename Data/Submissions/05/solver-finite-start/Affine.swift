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
    let rows = x.reshaped(to: [x.shape[0], -1])  // [N, D]
    return (rows.matmul(weights) + bias, x)
  }

  /// Returns the gradients of the loss, given `upstream`, its gradient at `y` (`[N, M]`):
  /// at `x` (in the shape that `x` came in), at `weights` and at `bias`.
  ///
  /// They are sums over the N samples: the division by N is the loss's affair.
  public func backward(
    _ upstream: Tensor, cache: Tensor
  ) -> (x: Tensor, weights: Tensor, bias: Tensor) {
    let x = cache
    let rows = x.reshaped(to: [x.shape[0], -1])  // [N, D]
    return (
      x: upstream.matmul(weights.transposed()).reshaped(to: x.shape),
      weights: rows.transposed().matmul(upstream),
      bias: upstream.sum(along: 0)
    )
  }
}
