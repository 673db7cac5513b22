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
    let (h, y) = (tanh(x.matmul(weights1) + bias1), output(x))
    let difference = y - targets
    let above = difference * (2 / Double(y.shape[0]))
    let inner = above.tensordot(weights2, along: [1], and: [1]) * (1 - pow(h, 2))
    return (
      pow(difference, 2).mean(),
      XORNet(
        weights1: x.tensordot(inner, along: [0], and: [0]), bias1: inner.sum(along: 0),
        weights2: h.tensordot(above, along: [0], and: [0]), bias2: above.sum(along: 0))
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
