import Tensors

public func movingAverages(_ x: Tensor, width: Int) -> Tensor {
  let columns = x.transposed()
  let averages = (0...(x.shape[1] - width)).map { t in
    columns[t..<t + width].mean(along: 0, keepingAxis: true)
  }
  return Tensor(concatenating: averages, along: 0).transposed()
}
