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
    let grouping = Grouping(x, pieces: pieces)
    return (grouping.greatest, x)
  }

  /// Returns the gradient of the loss at `x` (`[N, M·k]`), given `upstream`, its gradient at `y`.
  ///
  /// Where several pieces of a unit are the greatest, the first of them counts.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    let grouping = Grouping(cache, pieces: pieces)
    return grouping.spread(upstream)
  }
}

/// The pieces of each unit, in a row of their own.
private struct Grouping {
  let shape: [Int]
  let rows: Tensor
  let pieces: Int

  init(_ x: Tensor, pieces: Int) {
    shape = x.shape
    rows = x.reshaped(to: [-1, pieces])
    self.pieces = pieces
  }

  var greatest: Tensor {
    rows.gathered(at: rows.argmax(along: 1), along: 1).reshaped(to: [shape[0], -1])
  }

  func spread(_ upstream: Tensor) -> Tensor {
    let coming = upstream.scalars
    var all = [Double](repeating: 0, count: coming.count * pieces)
    for (row, place) in rows.argmax(along: 1).enumerated() {
      all[row * pieces + place] = coming[row]
    }
    return Tensor(shape: shape, scalars: all).converted(to: rows.elementType)
  }
}
