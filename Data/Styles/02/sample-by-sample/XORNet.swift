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
    let count = x.shape[0]
    var total = 0.0
    var sum = XORNet(
      weights1: Tensor(zeros: weights1.shape), bias1: Tensor(zeros: bias1.shape),
      weights2: Tensor(zeros: weights2.shape), bias2: Tensor(zeros: bias2.shape))
    for n in 0..<count {
      let row = x.row(n)
      let h = tanh(row.matmul(weights1) + bias1)
      let miss = h.matmul(weights2)[0] + bias2[0] - targets[n, 0]
      total += miss * miss
      let inner = 2 * miss * weights2.reshaped(to: [-1]) * (1 - h * h)
      sum.weights1 += row.reshaped(to: [-1, 1]) * inner
      sum.bias1 += inner
      sum.weights2 += 2 * miss * h.reshaped(to: [-1, 1])
      sum.bias2 += 2 * miss
    }
    for path in [\XORNet.weights1, \.bias1, \.weights2, \.bias2] {
      sum[keyPath: path] /= Double(count)
    }
    return (total / Double(count), sum)
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
