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
    let denominator = 1 + e
    let whereNegative = e / denominator
    let y = whereNegative.replacing(with: 1 / denominator, where: x .>= 0)
    return (y, x)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    let y = forward(cache).output
    return upstream * y * (1 - y)
  }
}
