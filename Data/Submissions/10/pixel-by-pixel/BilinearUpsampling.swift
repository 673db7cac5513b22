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
  // begin 10.8: Each row has one or two entries that are not 0, and its sum is 1.
  let outputs = factor * count
  var weights = Tensor(zeros: [outputs, count])
  for i in 0..<outputs {
    var position = (Double(i) + 0.5) / Double(factor) - 0.5
    if alignsCorners {
      position = outputs == 1 ? 0 : Double(i * (count - 1)) / Double(outputs - 1)
    }
    position = min(max(position, 0), Double(count - 1))
    let first = Int(position)
    let share = position - Double(first)
    weights[i, first] += 1 - share
    if first + 1 < count { weights[i, first + 1] += share }
  }
  return weights
  // end
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
    // begin 10.9: Two products of matrices, one for each of the last two axes.
    let rows = interpolationWeights(
      count: x.shape[2], factor: factor, alignsCorners: alignsCorners)
    let columns = interpolationWeights(
      count: x.shape[3], factor: factor, alignsCorners: alignsCorners)
    let y = x.tensordot(columns, along: [3], and: [1])  // [N, C, H, P]
      .tensordot(rows, along: [2], and: [1])  // [N, C, P, O]
    return (y.transposed(permuting: [0, 1, 3, 2]), [rows, columns])
    // end
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // begin 10.10: The way back of a matrix is its transpose.
    let (rows, columns) = (cache[0], cache[1])
    let dx = upstream.tensordot(columns, along: [3], and: [0])  // [N, C, O, W]
      .tensordot(rows, along: [2], and: [0])  // [N, C, W, H]
    return (dx.transposed(permuting: [0, 1, 3, 2]), [])
    // end
  }
}
