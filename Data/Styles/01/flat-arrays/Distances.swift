import Tensors

public func squaredDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
  let n = a.shape[0], m = b.shape[0], k = a.shape[1]
  let p = a.scalars, q = b.scalars
  var d = [Double](repeating: 0, count: n * m)
  p.withUnsafeBufferPointer { p in
    q.withUnsafeBufferPointer { q in
      for i in 0..<n {
        for j in 0..<m {
          var s = 0.0
          for c in 0..<k {
            let e = p[i &* k &+ c] - q[j &* k &+ c]
            s += e * e
          }
          d[i * m + j] = s
        }
      }
    }
  }
  return Tensor(shape: [n, m], scalars: d)
}
