import Tensors

/// One entry comes in, one goes.
public func movingAverages(_ x: Tensor, width: Int) -> Tensor {
  let count = x.shape[1] - width + 1
  var y = Tensor(zeros: [x.shape[0], count])
  for n in 0..<x.shape[0] {
    var sum = 0.0
    for t in 0..<x.shape[1] {
      sum += x[n, t]
      if t >= width { sum -= x[n, t - width] }
      if t >= width - 1 { y[n, t - width + 1] = sum / Double(width) }
    }
  }
  return y
}
