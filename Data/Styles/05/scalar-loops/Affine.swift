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
    let n = x.shape[0], d = weights.shape[0], m = weights.shape[1]
    let rows = x.reshaped(to: [n, d])
    var y = Tensor(zeros: [n, m])
    for i in 0..<n {
      for j in 0..<m {
        var sum = bias[j]
        for k in 0..<d { sum += rows[i, k] * weights[k, j] }
        y[i, j] = sum
      }
    }
    return (y, x)
  }

  /// Returns the gradients of the loss, given `upstream`, its gradient at `y` (`[N, M]`):
  /// at `x` (in the shape that `x` came in), at `weights` and at `bias`.
  ///
  /// They are sums over the N samples: the division by N is the loss's affair.
  public func backward(
    _ upstream: Tensor, cache: Tensor
  ) -> (x: Tensor, weights: Tensor, bias: Tensor) {
    let n = cache.shape[0], d = weights.shape[0], m = weights.shape[1]
    let rows = cache.reshaped(to: [n, d])
    var dx = Tensor(zeros: [n, d]), dw = Tensor(zeros: [d, m]), db = Tensor(zeros: [m])
    for i in 0..<n {
      for j in 0..<m {
        let u = upstream[i, j]
        db[j] += u
        for k in 0..<d {
          dx[i, k] += u * weights[k, j]
          dw[k, j] += u * rows[i, k]
        }
      }
    }
    return (dx.reshaped(to: cache.shape), dw, db)
  }
}
