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
    let size = abs(x)
    let e = exp(-2 * size)
    let onTheRight = (1 - e) / (1 + e)
    let y = onTheRight.replacing(with: -onTheRight, where: x .< 0)
    return (output: y, cache: y)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    let square = cache * cache
    let slope = 1 - square
    let gradient = slope * upstream
    return gradient
  }
}
