import Tensors

/// A band of ones, divided by their number.
public func movingAverages(_ x: Tensor, width: Int) -> Tensor {
  let (t, count) = (x.shape[1], x.shape[1] - width + 1)
  let distance = Tensor(0..<t).expandingAxis(at: 1) - Tensor(0..<count)
  let band = Tensor((distance .>= 0) .& (distance .< Double(width)))
  return x.matmul(band) / width
}
