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
    (homogeneous(x).matmul(stacked), x)
  }

  /// Returns the gradients of the loss, given `upstream`, its gradient at `y` (`[N, M]`):
  /// at `x` (in the shape that `x` came in), at `weights` and at `bias`.
  ///
  /// They are sums over the N samples: the division by N is the loss's affair.
  public func backward(
    _ upstream: Tensor, cache: Tensor
  ) -> (x: Tensor, weights: Tensor, bias: Tensor) {
    let d = weights.shape[0]
    let all = homogeneous(cache).transposed().matmul(upstream)
    return (
      upstream.matmul(weights.transposed()).reshaped(to: cache.shape), all[0..<d], all.row(d)
    )
  }

  /// x as rows with a last column of ones: `[N, D + 1]`.
  private func homogeneous(_ x: Tensor) -> Tensor {
    let n = x.shape[0]
    return x.reshaped(to: [n, x.count / n]).concatenated(with: Tensor(ones: [n, 1]), along: 1)
  }

  /// `[D + 1, M]`
  private var stacked: Tensor { weights.concatenated(with: bias.expandingAxis(at: 0), along: 0) }
}
