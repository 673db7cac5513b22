import Tensors

public func movingAverages(_ x: Tensor, width: Int) -> Tensor {
  let starts = 0...(x.shape[1] - width)
  return Tensor(
    (0..<x.shape[0]).map { n in
      starts.map { t in x.row(n)[t..<t + width].mean() }
    })
}
