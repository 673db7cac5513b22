import Tensors

public func movingAverages(_ x: Tensor, width: Int) -> Tensor {
  let n = x.shape[0], t = x.shape[1], o = t - width + 1
  let p = x.scalars
  var y = [Double](repeating: 0, count: n * o)
  for i in 0..<n {
    var s = 0.0
    for j in 0..<t {
      s += p[i * t + j]
      if j >= width { s -= p[i * t + j - width] }
      if j >= width - 1 { y[i * o + j - width + 1] = s / Double(width) }
    }
  }
  return Tensor(shape: [n, o], scalars: y).converted(to: x.elementType)
}
