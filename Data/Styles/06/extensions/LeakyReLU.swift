import Exercise05
import Tensors

/// A ReLU that lets something through on the left as well, entry by entry.
///
///     y = x            where x > 0
///         slope · x    where x ≤ 0
///
/// | name    | shape    | meaning                                                  |
/// | ------- | -------- | -------------------------------------------------------- |
/// | `slope` | a number | the slope on the left: any, also below 0 or greater than 1 |
/// | `x`     | any      | the inputs                                               |
/// | `y`     | as x     | the outputs                                              |
public struct LeakyReLU: Layer {
  public var slope: Double

  public init(slope: Double) {
    self.slope = slope
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    (x.bent(slope), x)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  ///
  /// At exactly 0, where there is no derivative, the course takes `slope`.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    upstream.chosen(where: cache .> 0, otherwise: slope * upstream)
  }
}

extension Tensor {
  fileprivate func bent(_ slope: Double) -> Tensor {
    chosen(where: self .> 0, otherwise: slope * self)
  }

  fileprivate func chosen(where mask: Mask, otherwise other: Tensor) -> Tensor {
    other.replacing(with: self, where: mask)
  }
}
