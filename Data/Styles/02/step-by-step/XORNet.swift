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
    let sums = x.matmul(weights1) + bias1
    let h = tanh(sums)
    let products = h.matmul(weights2)
    let y = products + bias2
    let miss = y - targets
    let squares = miss * miss
    let loss = squares.mean()

    let count = Double(x.shape[0])
    let atSquares = Tensor(onesLike: squares) / count
    let atMiss = atSquares * 2 * miss
    let atBias2 = atMiss.sum(along: 0)
    let atWeights2 = h.transposed().matmul(atMiss)
    let atH = atMiss.matmul(weights2.transposed())
    let slopeOfTanh = 1 - tanh(sums) * tanh(sums)
    let atSums = atH * slopeOfTanh
    let atBias1 = atSums.sum(along: 0)
    let atWeights1 = x.transposed().matmul(atSums)
    return (
      loss, XORNet(weights1: atWeights1, bias1: atBias1, weights2: atWeights2, bias2: atBias2)
    )
  }

  public mutating func train(
    on x: Tensor, targets: Tensor, learningRate: Double, steps: Int
  ) -> [Double] {
    (0..<steps).map { _ in
      let (loss, gradients) = self.loss(x, targets: targets)
      weights1 -= learningRate * gradients.weights1
      bias1 -= learningRate * gradients.bias1
      weights2 -= learningRate * gradients.weights2
      bias2 -= learningRate * gradients.bias2
      return loss
    }
  }
}
