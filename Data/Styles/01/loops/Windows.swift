import Tensors

public func movingAverages(_ x: Tensor, width: Int) -> Tensor {
  var y = Tensor(zeros: [x.shape[0], x.shape[1] - width + 1])
  for n in 0..<y.shape[0] {
    for t in 0..<y.shape[1] {
      var sum = 0.0
      for k in t..<t + width { sum += x[n, k] }
      y[n, t] = sum / Double(width)
    }
  }
  return y
}
