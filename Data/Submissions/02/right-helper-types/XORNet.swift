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
    let pass = Pass(self, x, targets)
    return (pass.loss, pass.gradients(x, weights2))
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

private struct Pass {
  let hidden: Tensor
  let miss: Tensor

  init(_ net: XORNet, _ x: Tensor, _ targets: Tensor) {
    hidden = tanh(x.matmul(net.weights1) + net.bias1)
    miss = net.output(x) - targets
  }

  var loss: Double { (miss * miss).sum() / Double(miss.count) }

  func gradients(_ x: Tensor, _ weights2: Tensor) -> XORNet {
    let atY = 2 / Double(miss.count) * miss
    let atSums = (1 - hidden) * (1 + hidden) * atY.matmul(weights2.transposed())
    return XORNet(
      weights1: x.transposed().matmul(atSums), bias1: atSums.sum(along: 0),
      weights2: hidden.transposed().matmul(atY), bias2: atY.sum(along: 0))
  }
}
