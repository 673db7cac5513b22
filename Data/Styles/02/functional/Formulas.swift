import Tensors

public enum QuadraticForm {
  public static func value(_ x: Tensor, matrix: Tensor) -> Double {
    (x * matrix.matmul(x)).sum()
  }

  public static func gradients(_ x: Tensor, matrix: Tensor) -> (x: Tensor, matrix: Tensor) {
    let (x, a) = (x.scalars, matrix)
    return (
      x: Tensor(
        x.indices.map { k in x.indices.map { (a[k, $0] + a[$0, k]) * x[$0] }.reduce(0, +) }),
      matrix: Tensor(x.map { left in x.map { left * $0 } })
    )
  }
}

public enum LogSumExp {
  public static func value(_ x: Tensor) -> Double {
    x.scalars.dropFirst().reduce(x.scalars[0]) { sum, entry in
      max(sum, entry) + log1p(exp(-abs(sum - entry)))
    }
  }

  public static func gradient(_ x: Tensor) -> Tensor {
    exp(x - value(x))
  }
}
