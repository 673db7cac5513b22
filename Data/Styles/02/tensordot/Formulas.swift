import Tensors

public enum QuadraticForm {
  public static func value(_ x: Tensor, matrix: Tensor) -> Double {
    (x * matrix.matmul(x)).sum()
  }

  public static func gradients(_ x: Tensor, matrix: Tensor) -> (x: Tensor, matrix: Tensor) {
    (
      x: (matrix + matrix.transposed()).matmul(x),
      matrix: x.expandingAxis(at: 1).tensordot(x.expandingAxis(at: 0), along: [1], and: [0])
    )
  }
}

public enum LogSumExp {
  public static func value(_ x: Tensor) -> Double {
    let largest = x.max()
    return largest + log(exp(x - largest).sum())
  }

  public static func gradient(_ x: Tensor) -> Tensor {
    let exponentials = exp(x - x.max())
    return exponentials / exponentials.sum()
  }
}
