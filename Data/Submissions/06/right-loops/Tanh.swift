import Exercise05
import Foundation
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
    var y = x.scalars
    for i in y.indices { y[i] = Foundation.tanh(y[i]) }
    let output = Tensor(shape: x.shape, scalars: y).converted(to: x.elementType)
    return (output, output)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    let y = cache.scalars
    var gradient = upstream.scalars
    for i in y.indices { gradient[i] *= (1 - y[i]) * (1 + y[i]) }
    return Tensor(shape: cache.shape, scalars: gradient).converted(to: cache.elementType)
  }
}
