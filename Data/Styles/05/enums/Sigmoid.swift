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
    let P = Tensor(x .>= 0).converted(to: x.elementType)
    let y = (P + (1 - P) * e) / (1 + e)
    return (y, Tensor(concatenating: [y.reshaped(to: [1, -1]), (1 - y).reshaped(to: [1, -1])], along: 0))
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    (cache[0..<1] * cache[1..<2]).reshaped(to: upstream.shape) * upstream
  }
}
