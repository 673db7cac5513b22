import Tensors

private final class RectifierImpl {
  private let input: Tensor

  init(input: Tensor) {
    self.input = input
  }

  public func computeOutput() -> Tensor {
    return max(self.input, 0.0)
  }

  public func computeGradient(upstreamGradient: Tensor) -> Tensor {
    let gateMask: Mask = self.input .> 0.0
    let closedGate: Tensor = Tensor(zerosLike: upstreamGradient)
    return closedGate.replacing(with: upstreamGradient, where: gateMask)
  }
}

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
    let impl: RectifierImpl = RectifierImpl(input: x)
    let output: Tensor = impl.computeOutput()
    let cache: Tensor = x
    return (output: output, cache: cache)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  ///
  /// At exactly 0, where there is no derivative, the course takes 0.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    let impl: RectifierImpl = RectifierImpl(input: cache)
    return impl.computeGradient(upstreamGradient: upstream)
  }
}
