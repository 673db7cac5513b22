import Tensors

public enum QuadraticForm {
  public static func value(_ x: Tensor, matrix: Tensor) -> Double {
    (x * matrix.matmul(x)).sum()
  }

  public static func gradients(_ x: Tensor, matrix: Tensor) -> (x: Tensor, matrix: Tensor) {
    let spalte = x.reshaped(to: [x.count, 1])
    let zeile = x.reshaped(to: [1, x.count])
    var anX = matrix.matmul(spalte)
    anX += zeile.matmul(matrix).transposed()
    return (x: anX.reshaped(to: [x.count]), matrix: spalte.matmul(zeile))
  }
}

public enum LogSumExp {
  public static func value(_ x: Tensor) -> Double {
    var verschoben = x
    let groesste = x.max()
    verschoben -= Tensor([groesste]).reshaped(to: Array(repeating: 1, count: x.rank))
    return log(exp(verschoben).sum()) + groesste
  }

  public static func gradient(_ x: Tensor) -> Tensor {
    var anteile = exp(x - x.max())
    anteile /= Tensor(repeating: anteile.sum(), shape: x.shape)
    return anteile
  }
}
