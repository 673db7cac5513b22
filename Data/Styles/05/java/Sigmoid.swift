import Tensors

/// The logistic function, entry by entry.
///
///     y = 1 / (1 + e⁻ˣ)
///
/// | name | shape | meaning                      |
/// | ---- | ----- | ---------------------------- |
/// | `x`  | any   | the inputs                   |
/// | `y`  | as x  | the outputs, between 0 and 1 |
public struct Sigmoid: Layer {
  public init() {}

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    let size: Int = x.count;
    let flat: Tensor = x.reshaped(to: [size]);
    var out: Tensor = Tensor(zerosLike: flat);
    var i: Int = 0;
    while (i < size)
    {
      out[i] = Sigmoid.logistic(flat[i]);
      i += 1;
    }
    let result: Tensor = out.reshaped(to: x.shape);
    return (result, result);
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    let size: Int = cache.count;
    let y: Tensor = cache.reshaped(to: [size]);
    let up: Tensor = upstream.reshaped(to: [size]);
    var out: Tensor = Tensor(zerosLike: up);
    for i in 0 ..< size
    {
      out[i] = up[i] * y[i] * (1.0 - y[i]);
    }
    return out.reshaped(to: upstream.shape);
  }

  @inline(__always)
  private static func logistic(_ t: Double) -> Double
  {
    if (t >= 0.0)
    {
      return 1.0 / (1.0 + exp(-t));
    }
    else
    {
      let e: Double = exp(t);
      return e / (1.0 + e);
    }
  }
}
