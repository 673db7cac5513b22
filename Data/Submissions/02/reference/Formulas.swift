import Tensors

/// A number from a vector and a square matrix.
///
///     q = Σ Σ x[i] · A[i, j] · x[j]
///
/// | name     | shape      | meaning                             |
/// | -------- | ---------- | ----------------------------------- |
/// | `x`      | `[D]`      | a vector                            |
/// | `matrix` | `[D, D]`   | A; it need not be symmetric         |
public enum QuadraticForm {
  /// Returns q. It is given: there is nothing to write here.
  public static func value(_ x: Tensor, matrix: Tensor) -> Double {
    (x * matrix.matmul(x)).sum()
  }

  /// Returns the gradients of q at `x` (`[D]`) and at `matrix` (`[D, D]`).
  public static func gradients(_ x: Tensor, matrix: Tensor) -> (x: Tensor, matrix: Tensor) {
    // begin 2.7: In how many terms of the sum does x[k] stand, and on which side?
    let column = x.reshaped(to: [x.count, 1])  // [D, 1]
    return (
      x: matrix.matmul(x) + matrix.transposed().matmul(x),
      matrix: column * x
    )
    // end
  }
}

/// A smooth maximum.
///
///     y = log Σ e^x[i]                                  over all entries of x
///
/// | name | shape    | meaning                                       |
/// | ---- | -------- | --------------------------------------------- |
/// | `x`  | any      | the entries, of any size                      |
/// | `y`  | a number | the largest of them, or somewhat more than it |
public enum LogSumExp {
  /// Returns y.
  public static func value(_ x: Tensor) -> Double {
    // begin 2.8: What becomes of y when one number is taken from all entries?
    let largest = x.max()
    return largest + log(exp(x - largest).sum())
    // end
  }

  /// Returns the gradient of y at `x`, in the shape of `x`.
  public static func gradient(_ x: Tensor) -> Tensor {
    // begin 2.9: Differentiate first, and then ask what overflows.
    let exponentials = exp(x - x.max())
    return exponentials / exponentials.sum()
    // end
  }
}
