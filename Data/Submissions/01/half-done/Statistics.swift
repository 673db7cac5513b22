import Tensors

public func rowMeans(_ x: Tensor) -> Tensor {
  var means = Tensor(zeros: [x.shape[0]])
  for i in 0..<x.shape[0] {
    for j in 0..<x.shape[1] {
      means[i] += x[i, j]
    }
    means[i] /= Double(x.shape[1])
  }
  return means
}

public func centeredRows(_ x: Tensor) -> Tensor {
  let means = rowMeans(x)
  var y = x
  for i in 0..<x.shape[0] {
    for j in 0..<x.shape[1] {
      y[i, j] -= means[i]
    }
  }
  return y
}

public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  let (n, d) = (x.shape[0], x.shape[1])
  var z = x
  for j in 0..<d {
    var mean = 0.0
    for i in 0..<n { mean += x[i, j] / Double(n) }
    var variance = 0.0
    for i in 0..<n { variance += (x[i, j] - mean) * (x[i, j] - mean) }
    variance /= Double(n)
    for i in 0..<n { z[i, j] = (x[i, j] - mean) / (variance + epsilon).squareRoot() }
  }
  return z
}
