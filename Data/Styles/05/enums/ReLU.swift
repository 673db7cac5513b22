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
    var y = x
    y.mutateEntries { entries in
      for i in entries.indices where entries[i] < 0 { entries[i] = 0 }
    }
    return (y, x)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  ///
  /// At exactly 0, where there is no derivative, the course takes 0.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    var gradient = upstream
    cache.withEntries { x in
      gradient.mutateEntries { g in
        for i in g.indices {
          if x[i] > 0 { continue }
          g[i] = 0
        }
      }
    }
    return gradient
  }
}
