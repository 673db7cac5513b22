import Tensors

public enum QuadraticForm {
  public static func value(_ x: Tensor, matrix: Tensor) -> Double {
    (x * matrix.matmul(x)).sum()
  }

  public static func gradients(_ x: Tensor, matrix: Tensor) -> (x: Tensor, matrix: Tensor) {
    var slope = matrix.matmul(x)
    slope += x.matmul(matrix)
    var pairs = Tensor(zerosLike: matrix)
    for i in 0..<x.count {
      for j in 0..<x.count { pairs[i, j] += x[i] * x[j] }
    }
    return (slope, pairs)
  }
}

public enum LogSumExp {
  public static func value(_ x: Tensor) -> Double {
    let largest = x.max()
    return largest + log(exp(x - largest).sum())
  }

  public static func gradient(_ x: Tensor) -> Tensor {
    var p = x
    p -= x.max()
    p = exp(p)
    p /= p.sum()
    return p
  }
}
