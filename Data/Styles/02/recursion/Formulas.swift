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
    func smooth(_ entries: ArraySlice<Double>) -> Double {
      guard entries.count > 1 else { return entries.first! }
      let middle = (entries.startIndex + entries.endIndex) / 2
      let (left, right) = (smooth(entries[..<middle]), smooth(entries[middle...]))
      return max(left, right) + log(1 + exp(min(left, right) - max(left, right)))
    }
    return smooth(x.scalars[...])
  }

  public static func gradient(_ x: Tensor) -> Tensor {
    let exponentials = exp(x - x.max())
    return exponentials / exponentials.sum()
  }
}
