import Tensors

public enum QuadraticForm {
  public static func value(_ x: Tensor, matrix: Tensor) -> Double {
    (x * matrix.matmul(x)).sum()
  }

  public static func gradients(_ x: Tensor, matrix: Tensor) -> (x: Tensor, matrix: Tensor) {
    (x: (matrix * x).sum(along: 1) + (matrix.transposed() * x).sum(along: 1), matrix: x.expandingAxis(at: 1) * x)
  }
}

public enum LogSumExp {
  public static func value(_ x: Tensor) -> Double {
    x.scalars.dropFirst().reduce(x.scalars[0]) { y, e in
      let (low, high) = e < y ? (e, y) : (y, e)
      return high + log(1 + exp(low - high))
    }
  }

  public static func gradient(_ x: Tensor) -> Tensor {
    Tensor(shape: x.shape, scalars: x.scalars.map { e in 1 / x.scalars.reduce(0) { $0 + exp($1 - e) } })
  }
}
