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
    // begin 5.1: One line is enough. What happens to e⁻ˣ when x is -1000?
    let y = 1 / (1 + exp(-x))
    return (y, y)
    // end
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    // begin 5.2: Express the derivative by y alone.
    let y = cache
    return upstream * y * (1 - y)
    // end
  }
}
