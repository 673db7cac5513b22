import Exercise09
import Tensors

/// By which numbers the `count` entries of a line are multiplied to make a line of `factor · count`.
///
///     position = (i + ½) / factor - ½                          without `alignsCorners`
///     position = i · (count - 1) / (factor · count - 1)        with it
///
/// is where output i lies on the line of the inputs. A position below 0 becomes 0, and one above
/// count - 1 becomes count - 1. Where it lies between two inputs, the nearer one counts for more:
///
///     first = ⌊position⌋     share = position - first
///     weights[i, first] = 1 - share     weights[i, first + 1] = share
///
/// All other weights of the row are 0. A line of one entry is repeated.
///
/// | name     | shape                     | meaning                        |
/// | -------- | ------------------------- | ------------------------------ |
/// | `count`  | a whole number            | how many inputs, at least 1    |
/// | `factor` | a whole number            | at least 1                     |
/// | result   | `[factor · count, count]` | a row for each output          |
public func interpolationWeights(count: Int, factor: Int, alignsCorners: Bool) -> Tensor {
  var entries = Tensor(zeros: [factor * count, count])
  for i in 0..<factor * count {
    let last = count - 1
    if alignsCorners {
      if last == 0 { entries[i, 0] = 1; continue }
      let (whole, rest) = (i * last).quotientAndRemainder(dividingBy: factor * count - 1)
      let share = Double(rest) / Double(factor * count - 1)
      entries[i, whole] += 1 - share
      entries[i, min(whole + 1, last)] += share
    } else {
      let twice = 2 * i + 1 - factor
      if twice <= 0 { entries[i, 0] = 1; continue }
      let (whole, rest) = twice.quotientAndRemainder(dividingBy: 2 * factor)
      let share = Double(rest) / Double(2 * factor)
      entries[i, min(whole, last)] += 1 - share
      entries[i, min(whole + 1, last)] += share
    }
  }
  return entries
}

/// Between its pixels the image is filled up in straight lines, along rows and then along columns.
///
///     y[n, c, i, j] = Σ rows[i, h] · columns[j, w] · x[n, c, h, w]        over h and w
///
/// `rows` and `columns` are the `interpolationWeights` of H and of W.
///
/// | name            | shape                            | meaning                              |
/// | --------------- | -------------------------------- | ------------------------------------ |
/// | `factor`        | a whole number                   | at least 1                           |
/// | `alignsCorners` |                                  | whether the middles of the corner pixels stay where they are, and not the edges of the image |
/// | `x`             | `[N, C, H, W]`                   | N images of C channels               |
/// | `y`             | `[N, C, factor · H, factor · W]` | the larger images                    |
public struct BilinearUpsampling: Module {
  public var factor: Int
  public var alignsCorners: Bool

  public init(factor: Int, alignsCorners: Bool = false) {
    self.factor = factor
    self.alignsCorners = alignsCorners
  }

  public var parameters: [Tensor] {
    get { [] }
    set {}
  }

  /// Returns `y`, and in `cache` whatever `backward` will need.
  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    let rows = interpolationWeights(count: x.shape[2], factor: factor, alignsCorners: alignsCorners)
    let columns = interpolationWeights(
      count: x.shape[3], factor: factor, alignsCorners: alignsCorners)
    let y = rows.tensordot(x, along: [1], and: [2]).tensordot(columns, along: [3], and: [1])
    return (y.transposed(permuting: [1, 2, 0, 3]), [rows, columns])
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    let dx = cache[1].tensordot(
      cache[0].tensordot(upstream, along: [0], and: [2]), along: [0], and: [3])
    return (dx.transposed(permuting: [2, 3, 1, 0]), [])
  }
}

extension BilinearUpsampling {
  fileprivate func matrices(_ h: Int, _ w: Int) -> (rows: Tensor, columns: Tensor) {
    (
      interpolationWeights(count: h, factor: factor, alignsCorners: alignsCorners),
      interpolationWeights(count: w, factor: factor, alignsCorners: alignsCorners)
    )
  }
}
