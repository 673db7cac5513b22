import Exercise09
import Tensors

/// Every pixel becomes a square of `factor` × `factor` equal ones.
///
///     y[n, c, i, j] = x[n, c, ⌊i / factor⌋, ⌊j / factor⌋]
///
/// | name     | shape                            | meaning                |
/// | -------- | -------------------------------- | ---------------------- |
/// | `factor` | a whole number                   | at least 1             |
/// | `x`      | `[N, C, H, W]`                   | N images of C channels |
/// | `y`      | `[N, C, factor · H, factor · W]` | the larger images      |
public struct NearestUpsampling: Module {
  public var factor: Int

  public init(factor: Int) {
    self.factor = factor
  }

  public var parameters: [Tensor] {
    get { [] }
    set {}
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    // begin 10.6: An axis of one entry, multiplied by ones, becomes as long as these are.
    let (rows, columns) = (x.shape[2], x.shape[3])
    let spread =
      x.reshaped(to: [x.shape[0], x.shape[1], rows, 1, columns, 1])
      * Tensor(ones: [factor, 1, factor])
    let y = spread.reshaped(to: [x.shape[0], x.shape[1], rows * factor, columns * factor])
    return (y, [])
    // end
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // begin 10.7: How many entries of y grow when one of x grows?
    let shape = upstream.shape
    let squares = upstream.reshaped(
      to: [shape[0], shape[1], shape[2] / factor, factor, shape[3] / factor, factor])
    return (squares.sum(along: 5).sum(along: 3), [])
    // end
  }
}
