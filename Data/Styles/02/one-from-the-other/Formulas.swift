import Tensors

public enum QuadraticForm {
  public static func value(_ x: Tensor, matrix: Tensor) -> Double {
    (x * matrix.matmul(x)).sum()
  }

  public static func gradients(_ x: Tensor, matrix: Tensor) -> (x: Tensor, matrix: Tensor) {
    let row = x.reshaped(to: [1, -1])
    let slopes = MatrixProduct.gradients(row, x: row, weights: matrix)
    return (slopes.x.reshaped(to: [-1]) + x.matmul(matrix), slopes.weights)
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
