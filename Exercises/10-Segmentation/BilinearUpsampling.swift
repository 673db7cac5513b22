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
  // TODO: 10.8  Each row has one or two entries that are not 0, and its sum is 1.
  unfinished("10.8")
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
    // TODO: 10.9  Two products of matrices, one for each of the last two axes.
    unfinished("10.9")
  }

  /// Returns the gradient of the loss at `x`, given `upstream`, its gradient at `y`.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // TODO: 10.10  The way back of a matrix is its transpose.
    unfinished("10.10")
  }
}
