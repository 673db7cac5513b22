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
    let samples = x.shape[0]
    let units = x.shape[1] / pieces
    let grouped = x.reshaped(to: [samples, units, pieces])
    let greatest = grouped.max(along: 2)
    return (output: greatest, cache: grouped)
  }

  /// Returns the gradient of the loss at `x` (`[N, M·k]`), given `upstream`, its gradient at `y`.
  ///
  /// Where several pieces of a unit are the greatest, the first of them counts.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    let (samples, units) = (cache.shape[0], cache.shape[1])
    let rows = cache.reshaped(to: [samples * units, pieces])
    var gradient = Tensor(zerosLike: rows)
    gradient.add(1, at: rows.argmax(along: 1), along: 1)
    let scaled = gradient * upstream.reshaped(to: [samples * units, 1])
    return scaled.reshaped(to: [samples, units * pieces])
  }
}
