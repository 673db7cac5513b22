import Tensors

public func rowMeans(_ x: Tensor) -> Tensor {
  let n = x.shape[0], m = x.shape[1]
  var r = [Double](repeating: 0.0, count: n)
  let p = x.scalars
  var i = 0
  while (i < n) {
    var j = 0
    while (j < m) { r[i] += p[i * m + j]; j += 1 }
    r[i] /= Double(m)
    i += 1
  }
  return Tensor(shape: [n], scalars: r)
}

public func centeredRows(_ x: Tensor) -> Tensor {
  let n = x.shape[0], m = x.shape[1]
  var y = x
  y.mutateEntries { p in
    for i in 0..<n {
      var s = 0.0
      for j in 0..<m { s += p[i * m + j] }
      s /= Double(m)
      for j in 0..<m { p[i * m + j] -= s }
    }
  }
  return y
}

public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  let n = x.shape[0], d = x.shape[1]
  var z = x
  z.mutateEntries { p in
    var j = 0
    while j < d {
      var mean = 0.0, var_ = 0.0, i = 0
      while i < n { mean += p[i * d + j]; i += 1 }
      mean /= Double(n)
      i = 0
      while i < n { let e = p[i * d + j] - mean; var_ += e * e; i += 1 }
      let f = 1.0 / (var_ / Double(n) + epsilon).squareRoot()
      i = 0
      while i < n { p[i * d + j] = (p[i * d + j] - mean) * f; i += 1 }
      j += 1
    }
  }
  return z
}
