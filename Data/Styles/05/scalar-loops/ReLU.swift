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
    switch x.rank {
    case 1:
      for i in 0..<x.shape[0] { y[i] = Swift.max(x[i], 0) }
    case 2:
      for i in 0..<x.shape[0] {
        for j in 0..<x.shape[1] { y[i, j] = Swift.max(x[i, j], 0) }
      }
    case 3:
      for i in 0..<x.shape[0] {
        for j in 0..<x.shape[1] {
          for k in 0..<x.shape[2] { y[i, j, k] = Swift.max(x[i, j, k], 0) }
        }
      }
    case 4:
      for i in 0..<x.shape[0] {
        for j in 0..<x.shape[1] {
          for k in 0..<x.shape[2] {
            for l in 0..<x.shape[3] { y[i, j, k, l] = Swift.max(x[i, j, k, l], 0) }
          }
        }
      }
    default:
      y = Tensor(shape: x.shape, scalars: x.scalars.map { Swift.max($0, 0) })
    }
    return (y, y)
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  ///
  /// At exactly 0, where there is no derivative, the course takes 0.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    let flat = upstream.reshaped(to: [-1]), y = cache.reshaped(to: [-1])
    var result = Tensor(zerosLike: flat)
    for i in 0..<flat.count where y[i] > 0 { result[i] = flat[i] }
    return result.reshaped(to: cache.shape)
  }
}
