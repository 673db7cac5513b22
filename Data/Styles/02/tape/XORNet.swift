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
    // there
    let a1 = x.matmul(weights1)
    let t = a1 + bias1
    let h = tanh(t)
    let a2 = h.matmul(weights2)
    let y = a2 + bias2
    let e = y - targets
    let squares = e * e
    let loss = squares.sum() / Double(squares.count)
    // and back
    let atE = 2.0 * e / Double(squares.count)
    let atY = atE
    let atBias2 = atY.sum(along: 0)
    let atA2 = atY
    let atH = atA2.matmul(weights2.transposed())
    let atWeights2 = h.transposed().matmul(atA2)
    let atT = atH - atH * h * h
    let atBias1 = atT.sum(along: 0)
    let atA1 = atT
    let atWeights1 = x.transposed().matmul(atA1)
    let gradients = XORNet(weights1: atWeights1, bias1: atBias1, weights2: atWeights2, bias2: atBias2)
    return (loss: loss, gradients: gradients)
  }

  public mutating func train(
    on x: Tensor, targets: Tensor, learningRate: Double, steps: Int
  ) -> [Double] {
    var losses: [Double] = []
    var net = self
    while losses.count < steps {
      let result = net.loss(x, targets: targets)
      let gradients = result.gradients
      losses.append(result.loss)
      net.weights1 -= gradients.weights1 * learningRate
      net.bias1 -= gradients.bias1 * learningRate
      net.weights2 -= gradients.weights2 * learningRate
      net.bias2 -= gradients.bias2 * learningRate
    }
    self = net
    return losses
  }
}
