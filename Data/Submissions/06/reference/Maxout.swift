import Exercise05
import Tensors

/// Of each group of neighbours the greatest: an activation that learns its own shape.
///
///     y[n, m] = max x[n, m·k + j]        over j = 0, …, k - 1
///
/// The affine layer in front of it makes k numbers for each of M units, the *pieces* of the unit.
///
/// | name     | shape      | meaning                                   |
/// | -------- | ---------- | ----------------------------------------- |
/// | `pieces` | a number   | k, at least 1                             |
/// | `x`      | `[N, M·k]` | k pieces side by side for each of M units |
/// | `y`      | `[N, M]`   | the greatest piece of each unit           |
///
/// After Ian Goodfellow and others, "Maxout networks", 2013.
public struct Maxout: Layer {
  public var pieces: Int

  public init(pieces: Int) {
    self.pieces = pieces
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    // begin 6.5: In which shape are the pieces of a unit a row of their own?
    let units = x.reshaped(to: [x.shape[0], -1, pieces])  // [N, M, k]
    return (units.max(along: 2), x)
    // end
  }

  /// Returns the gradient of the loss at `x` (`[N, M·k]`), given `upstream`, its gradient at `y`.
  ///
  /// Where several pieces of a unit are the greatest, the first of them counts.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    // begin 6.6: One piece of each unit has been heard, and the others not. Which one?
    let units = cache.reshaped(to: [-1, pieces])  // [N·M, k]
    let heard = Tensor(oneHot: units.argmax(along: 1), count: pieces)
    return (heard * upstream.reshaped(to: [-1, 1])).reshaped(to: cache.shape)
    // end
  }
}
