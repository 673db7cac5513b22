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
    let e = exp(-abs(x))
    // y = ½ + ½ sgn(x) (1 - e) / (1 + e)
    let sign = Tensor(x .> 0) - Tensor(x .< 0)
    let y = 0.5 + 0.5 * sign * (1 - e) / (1 + e)
    return (y, e)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    upstream * cache / ((1 + cache) * (1 + cache))
  }
}
