import Tensors

public enum QuadraticForm {
  public static func value(_ x: Tensor, matrix: Tensor) -> Double {
    (x * matrix.matmul(x)).sum()
  }

  public static func gradients(_ x: Tensor, matrix: Tensor) -> (x: Tensor, matrix: Tensor) {
    let column = x.reshaped(to: [x.count, 1])  // [D, 1]
    return (
      x: matrix.matmul(x) + matrix.transposed().matmul(x),
      matrix: column * x
    )
  }
}

public enum LogSumExp {
  public static func value(_ x: Tensor) -> Double {
    let largest = x.max()
    return largest + log(exp(x - largest).sum())
  }

  public static func gradient(_ x: Tensor) -> Tensor {
    // Each entry by its distances to all others.
    let entries = x.scalars
    return Tensor(
      shape: x.shape,
      scalars: entries.map { entry in 1 / entries.reduce(0) { $0 + exp($1 - entry) } })
  }
}
