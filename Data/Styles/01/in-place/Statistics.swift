import Tensors

public func rowMeans(_ x: Tensor) -> Tensor {
  var sums = x.sum(along: 1)
  sums /= x.shape[1]
  return sums
}

public func centeredRows(_ x: Tensor) -> Tensor {
  var y = x
  y -= rowMeans(x).reshaped(to: [x.shape[0], 1])
  return y
}

public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  var z = x
  z -= x.mean(along: 0)
  var scale = (z * z).sum(along: 0)
  scale /= x.shape[0]
  scale += epsilon
  z /= sqrt(scale)
  return z
}
