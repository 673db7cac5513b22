import Tensors

public enum QuadraticForm {
  public static func value(_ x: Tensor, matrix: Tensor) -> Double {
    (x * matrix.matmul(x)).sum()
  }

  public static func gradients(_ x: Tensor, matrix: Tensor) -> (x: Tensor, matrix: Tensor) {
    let d = x.count
    var (atX, atMatrix) = (Tensor(zeros: [d]), Tensor(zeros: [d, d]))
    for i in 0..<d {
      for j in 0..<d {
        atX[i] += matrix[i, j] * x[j]
        atX[j] += matrix[i, j] * x[i]
        atMatrix[i, j] = x[i] * x[j]
      }
    }
    return (atX, atMatrix)
  }
}

public enum LogSumExp {
  public static func value(_ x: Tensor) -> Double {
    var largest = -Double.infinity
    for entry in x.scalars where entry > largest { largest = entry }
    var sum = 0.0
    for entry in x.scalars { sum += exp(entry - largest) }
    return log(sum) + largest
  }

  public static func gradient(_ x: Tensor) -> Tensor {
    let y = value(x)
    var slopes = x
    slopes.mutateEntries { entries in
      for i in entries.indices { entries[i] = exp(entries[i] - y) }
    }
    return slopes
  }
}
