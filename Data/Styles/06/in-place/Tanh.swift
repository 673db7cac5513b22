import Exercise05
import Tensors

/// The hyperbolic tangent, entry by entry.
///
///     y = (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ)
///
/// | name | shape | meaning                       |
/// | ---- | ----- | ----------------------------- |
/// | `x`  | any   | the inputs                    |
/// | `y`  | as x  | the outputs, between -1 and 1 |
public struct Tanh: Layer {
  public init() {}

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    var y = x
    y *= -2
    y = exp(y)
    y += 1
    y = 2 / y
    y -= 1
    return (y, y)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    var slope = cache
    slope *= cache
    slope *= -1
    slope += 1
    slope *= upstream
    return slope
  }
}
