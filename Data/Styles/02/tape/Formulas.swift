import Tensors

public enum QuadraticForm {
  public static func value(_ x: Tensor, matrix: Tensor) -> Double {
    (x * matrix.matmul(x)).sum()
  }

  public static func gradients(_ x: Tensor, matrix: Tensor) -> (x: Tensor, matrix: Tensor) {
    let symmetric: Tensor = matrix + matrix.transposed()
    let atX: Tensor = symmetric.matmul(x)
    var rows: [Tensor] = []
    for i in 0..<x.count {
      rows.append((x[i] * x).reshaped(to: [1, x.count]))
    }
    let atMatrix = Tensor(concatenating: rows, along: 0)
    return (x: atX, matrix: atMatrix)
  }
}

public enum LogSumExp {
  public static func value(_ x: Tensor) -> Double {
    let sorted = x.scalars.sorted()
    let largest = sorted[sorted.count - 1]
    var sum = 0.0
    for entry in sorted { sum += exp(entry - largest) }
    return largest + log(sum)
  }

  public static func gradient(_ x: Tensor) -> Tensor {
    let y: Double = LogSumExp.value(x)
    let distances: Tensor = x - y
    let slopes: Tensor = exp(distances)
    return slopes / slopes.sum()
  }
}
