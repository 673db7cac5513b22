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
    let n = Double(x.shape[0])
    let h = tanh(x.matmul(weights1) + bias1)
    let y = h.matmul(weights2) + bias2
    let loss = (y * y).mean() - 2 * (y * targets).mean() + (targets * targets).mean()
    let above = (y - targets) / (n / 2)
    let inner = (above * weights2.transposed()) - (above * weights2.transposed()) * h * h
    return (
      loss,
      XORNet(
        weights1: x.transposed().matmul(inner), bias1: inner.mean(along: 0) * n,
        weights2: h.transposed().matmul(above), bias2: above.mean(along: 0) * n)
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
