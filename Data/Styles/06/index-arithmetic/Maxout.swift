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
    let columns = (0..<pieces).map { j in
      Tensor(
        shape: [x.shape[0], x.shape[1] / pieces],
        scalars: stride(from: j, to: x.count, by: pieces).map { x.scalars[$0] })
    }
    return (columns.dropFirst().reduce(columns[0]) { max($0, $1) }.converted(to: x.elementType), x)
  }

  /// Returns the gradient of the loss at `x` (`[N, M·k]`), given `upstream`, its gradient at `y`.
  ///
  /// Where several pieces of a unit are the greatest, the first of them counts.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    let (x, coming) = (cache.scalars, upstream.scalars)
    let entries = x.indices.map { place -> Double in
      let unit = place / pieces
      let own = x[unit * pieces..<(unit + 1) * pieces]
      let isFirst = own.firstIndex(of: own.max() ?? 0) == place
      return isFirst ? coming[unit] : 0
    }
    return Tensor(shape: cache.shape, scalars: entries).converted(to: cache.elementType)
  }
}
