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
    (max(x, 0), x)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  ///
  /// At exactly 0, where there is no derivative, the course takes 0.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    upstream.replacing(with: 0, where: cache .<= 0)
  }
}
