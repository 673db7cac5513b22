import Tensors

public func rowMeans(_ x: Tensor) -> Tensor {
  x.matmul(Tensor(repeating: 1 / Double(x.shape[1]), shape: [x.shape[1], 1]))
    .reshaped(to: [x.shape[0]])
}

public func centeredRows(_ x: Tensor) -> Tensor {
  x - rowMeans(x).expandingAxis(at: 1).matmul(Tensor(ones: [1, x.shape[1]]))
}

public func standardizedColumns(_ x: Tensor, epsilon: Double) -> Tensor {
  let n = x.shape[0]
  let ones = Tensor(ones: [n, 1])
  let means = ones.transposed().matmul(x) / n
  let centered = x - ones.matmul(means)
  let variances = ones.transposed().matmul(centered * centered) / n
  return centered / sqrt(ones.matmul(variances) + epsilon)
}
