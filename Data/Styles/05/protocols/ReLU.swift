import Tensors

/// The rectified linear unit, entry by entry.
///
///     y = max(x, 0)
///
/// | name | shape | meaning                   |
/// | ---- | ----- | ------------------------- |
/// | `x`  | any   | the inputs                |
/// | `y`  | as x  | the outputs, none below 0 |
public struct ReLU: Pointwise {
  public init() {}

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    (applied(Self.value, to: x), x)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  ///
  /// At exactly 0, where there is no derivative, the course takes 0.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    upstream * applied(Self.slope, to: cache)
  }

  static func value(_ x: Double) -> Double { Swift.max(0, x) }
  static func slope(_ x: Double) -> Double { x > 0 ? 1 : 0 }
}
