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
    func rows(_ t: Tensor) -> Tensor { t.reshaped(to: [t.shape[0], weights.shape[0]]) }
    return ([rows, { $0.matmul(weights) }, { $0 + bias }].reduce(x) { $1($0) }, x)
  }

  /// Returns the gradients of the loss, given `upstream`, its gradient at `y` (`[N, M]`):
  /// at `x` (in the shape that `x` came in), at `weights` and at `bias`.
  ///
  /// They are sums over the N samples: the division by N is the loss's affair.
  public func backward(
    _ upstream: Tensor, cache: Tensor
  ) -> (x: Tensor, weights: Tensor, bias: Tensor) {
    let samples = (0..<upstream.shape[0])
    let gradientAtBias = samples.dropFirst().reduce(upstream.row(0)) { $0 + upstream.row($1) }
    let outer = { (n: Int) in
      cache.row(n).reshaped(to: [-1, 1]).matmul(upstream.row(n).reshaped(to: [1, -1]))
    }
    let gradientAtWeights = samples.dropFirst().map(outer).reduce(outer(0), +)
    return (upstream.matmul(weights.transposed()).reshaped(to: cache.shape), gradientAtWeights, gradientAtBias)
  }
}
