import Tensors

public func rowMeans(_ x: Tensor) -> Tensor {
  let (n, m) = (x.shape[0], x.shape[1])
  return x.withEntries { entries in
    var means = [Double](repeating: 0, count: n)
    for i in entries.indices { means[i / m] += entries[i] }
    return Tensor(means.map { $0 / Double(m) })
  }
}

public func centeredRows(_ x: Tensor) -> Tensor {
  let means = rowMeans(x).scalars
  let m = x.shape[1]
  var y = x
  y.mutateEntries { entries in
    for i in entries.indices { entries[i] -= means[i / m] }
  }
  return y
}

public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  let (n, d) = (x.shape[0], x.shape[1])
  var z = x
  z.mutateEntries { entries in
    for j in 0..<d {
      let places = stride(from: j, to: n * d, by: d)
      var mean = 0.0
      for i in places { mean += entries[i] }
      mean /= Double(n)
      var variance = 0.0
      for i in places {
        entries[i] -= mean
        variance += entries[i] * entries[i] / Double(n)
      }
      let factor = 1 / (variance + epsilon).squareRoot()
      for i in places { entries[i] *= factor }
    }
  }
  return z
}
