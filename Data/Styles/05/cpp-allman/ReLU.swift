import Tensors

/// The rectified linear unit, entry by entry.
///
///     y = max(x, 0)
///
/// | name | shape | meaning                   |
/// | ---- | ----- | ------------------------- |
/// | `x`  | any   | the inputs                |
/// | `y`  | as x  | the outputs, none below 0 |
public struct ReLU: Layer {
  public init() {}

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    let n: Int = x.count;
    let flat: Tensor = x.reshaped(to: [n]);
    var y: Tensor = flat;
    var i: Int = 0;
    while (i < n)
    {
      if (y[i] <= 0.0) { y[i] = 0.0; }
      i += 1;
    }
    return (y.reshaped(to: x.shape), x);
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  ///
  /// At exactly 0, where there is no derivative, the course takes 0.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    let n: Int = cache.count;
    let xs: Tensor = cache.reshaped(to: [n]);
    var g: Tensor = upstream.reshaped(to: [n]);
    for i in 0 ..< n
    {
      g[i] = (xs[i] > 0.0) ? g[i] : 0.0;
    }
    return g.reshaped(to: upstream.shape);
  }
}
