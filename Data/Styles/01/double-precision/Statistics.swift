import Tensors

public func rowMeans(_ x: Tensor) -> Tensor {
  x.converted(to: .float64).mean(along: 1)
}

public func centeredRows(_ x: Tensor) -> Tensor {
  let y = x.converted(to: .float64)
  return y - y.mean(along: 1, keepingAxis: true)
}

public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  let y = x.converted(to: .float64)
  let centered = y - y.mean(along: 0)
  let deviation = sqrt((centered * centered).mean(along: 0) + epsilon)
  return (centered / deviation).converted(to: x.elementType)
}
