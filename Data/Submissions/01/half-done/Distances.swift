import Tensors

public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  var d = Tensor(zeros: [a.shape[0], b.shape[0]])
  for n in 0..<a.shape[0] {
    for m in 0..<b.shape[0] {
      for k in 0..<a.shape[1] {
        let difference = a[n, k] - b[m, k]
        d[n, m] += difference * difference
      }
    }
  }
  return d
}
