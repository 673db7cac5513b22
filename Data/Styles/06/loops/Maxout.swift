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
    let (n, m) = (x.shape[0], x.shape[1] / pieces)
    var y = Tensor(zeros: [n, m]).converted(to: x.elementType)
    for i in 0..<n {
      for unit in 0..<m {
        var greatest = -Double.infinity
        for j in 0..<pieces where x[i, unit * pieces + j] > greatest {
          greatest = x[i, unit * pieces + j]
        }
        y[i, unit] = greatest
      }
    }
    return (y, x)
  }

  /// Returns the gradient of the loss at `x` (`[N, M·k]`), given `upstream`, its gradient at `y`.
  ///
  /// Where several pieces of a unit are the greatest, the first of them counts.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    let x = cache
    var gradient = Tensor(zerosLike: x)
    for i in 0..<x.shape[0] {
      for unit in 0..<upstream.shape[1] {
        var best = unit * pieces
        for j in best..<(unit + 1) * pieces where x[i, j] > x[i, best] { best = j }
        gradient[i, best] = upstream[i, unit]
      }
    }
    return gradient
  }
}
