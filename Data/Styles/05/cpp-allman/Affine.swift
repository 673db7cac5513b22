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
    let N: Int = x.shape[0], D: Int = weights.shape[0], M: Int = weights.shape[1];
    let xs: [Double] = x.scalars, ws: [Double] = weights.scalars, bs: [Double] = bias.scalars;
    var ys: [Double] = [Double](repeating: 0.0, count: N * M);
    for n in 0 ..< N
    {
      for m in 0 ..< M { ys[n * M + m] = bs[m]; }
      for d in 0 ..< D
      {
        let v: Double = xs[n * D + d];
        for m in 0 ..< M { ys[n * M + m] += v * ws[d * M + m]; }
      }
    }
    return (Tensor(shape: [N, M], scalars: ys), x);
  }

  /// Returns the gradients of the loss, given `upstream`, its gradient at `y` (`[N, M]`):
  /// at `x` (in the shape that `x` came in), at `weights` and at `bias`.
  ///
  /// They are sums over the N samples: the division by N is the loss's affair.
  public func backward(
    _ upstream: Tensor, cache: Tensor
  ) -> (x: Tensor, weights: Tensor, bias: Tensor) {
    let N: Int = cache.shape[0], D: Int = weights.shape[0], M: Int = weights.shape[1];
    let xs: [Double] = cache.scalars, ws: [Double] = weights.scalars, us: [Double] = upstream.scalars;
    var dx: [Double] = Array(repeating: 0, count: N * D);
    var dw: [Double] = Array(repeating: 0, count: D * M);
    var db: [Double] = Array(repeating: 0, count: M);
    for n in 0 ..< N
    {
      for m in 0 ..< M { db[m] += us[n * M + m]; }
      for d in 0 ..< D
      {
        var acc: Double = 0.0;
        for m in 0 ..< M
        {
          acc += us[n * M + m] * ws[d * M + m];
          dw[d * M + m] += us[n * M + m] * xs[n * D + d];
        }
        dx[n * D + d] = acc;
      }
    }
    return (Tensor(shape: cache.shape, scalars: dx), Tensor(shape: [D, M], scalars: dw), Tensor(db));
  }
}
