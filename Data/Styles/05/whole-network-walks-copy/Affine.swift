import Tensors

extension Tensor {
  /// `[N, …]` as `[N, D]`.
  @inline(__always)
  fileprivate var asRows: Tensor {
    precondition(rank >= 1, "a batch has at least one axis")
    return rank == 2 ? self : reshaped(to: [shape[0], shape.dropFirst().reduce(1, *)])
  }
}

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
    return (output: x.asRows.matmul(weights) + bias.reshaped(to: [1, bias.count]), cache: x)
  }

  /// Returns the gradients of the loss, given `upstream`, its gradient at `y` (`[N, M]`):
  /// at `x` (in the shape that `x` came in), at `weights` and at `bias`.
  ///
  /// They are sums over the N samples: the division by N is the loss's affair.
  public func backward(
    _ upstream: Tensor, cache: Tensor
  ) -> (x: Tensor, weights: Tensor, bias: Tensor) {
    return (
      x: upstream.matmul(weights.transposed()).reshaped(to: cache.shape),
      weights: cache.asRows.transposed().matmul(upstream),
      bias: upstream.mean(along: 0) * Double(upstream.shape[0])
    )
  }
}
