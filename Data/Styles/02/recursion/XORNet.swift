import Tensors

public struct XORNet: Sendable {
  public var weights1: Tensor
  public var bias1: Tensor
  public var weights2: Tensor
  public var bias2: Tensor

  public init(weights1: Tensor, bias1: Tensor, weights2: Tensor, bias2: Tensor) {
    self.weights1 = weights1
    self.bias1 = bias1
    self.weights2 = weights2
    self.bias2 = bias2
  }

  public init(hidden: Int, using generator: inout some RandomNumberGenerator) {
    self.init(
      weights1: Tensor(normal: [2, hidden], using: &generator), bias1: Tensor(zeros: [hidden]),
      weights2: Tensor(normal: [hidden, 1], using: &generator), bias2: Tensor(zeros: [1]))
  }

  public func output(_ x: Tensor) -> Tensor {
    tanh(x.matmul(weights1) + bias1).matmul(weights2) + bias2
  }

  public func loss(_ x: Tensor, targets: Tensor) -> (loss: Double, gradients: XORNet) {
    let h = tanh(x.matmul(weights1) + bias1)  // [N, H]
    let miss = h.matmul(weights2) + bias2 - targets  // [N, 1]
    let slopeAtY = miss * 2 / miss.count
    let slopeAtH = slopeAtY.matmul(weights2.transposed())
    let slopeAtSums = slopeAtH * (1 - h * h)  // [N, H]
    let gradients = XORNet(
      weights1: x.transposed().matmul(slopeAtSums), bias1: slopeAtSums.sum(along: 0),
      weights2: h.transposed().matmul(slopeAtY), bias2: slopeAtY.sum(along: 0))
    return ((miss * miss).mean(), gradients)
  }

  public mutating func train(
    on x: Tensor, targets: Tensor, learningRate: Double, steps: Int
  ) -> [Double] {
    guard steps > 0 else { return [] }
    let (loss, slopes) = self.loss(x, targets: targets)
    self = XORNet(
      weights1: weights1 - learningRate * slopes.weights1,
      bias1: bias1 - learningRate * slopes.bias1,
      weights2: weights2 - learningRate * slopes.weights2,
      bias2: bias2 - learningRate * slopes.bias2)
    return [loss] + train(on: x, targets: targets, learningRate: learningRate, steps: steps - 1)
  }
}
