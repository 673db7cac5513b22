import Tensors

public func rowMeans(_ x: Tensor) -> Tensor {
  x.sum(along: 1) / Double(x.shape[1])
}

public func centeredRows(_ x: Tensor) -> Tensor {
  let m = x.shape[1]
  return x.matmul(Tensor(oneHot: 0..<m, count: m) - 1 / Double(m))
}

public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  let centered = x - x.mean(along: 0, keepingAxis: true)
  let variance = pow(abs(centered), 2).mean(along: 0, keepingAxis: true)
  return centered * pow(variance + epsilon, -0.5)
}
