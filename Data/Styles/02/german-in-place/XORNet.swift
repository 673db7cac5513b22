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
    let anzahl = Double(x.shape[0])
    let versteckt = tanh(x.matmul(weights1) + bias1)
    var daneben = output(x) - targets
    let verlust = (daneben * daneben).sum() / anzahl
    daneben *= Tensor([2 / anzahl])
    let einsen = Tensor(ones: [1, x.shape[0]])
    var zurueck = daneben * weights2.reshaped(to: [1, -1])
    zurueck *= 1 - versteckt * versteckt
    return (
      loss: verlust,
      gradients: XORNet(
        weights1: x.transposed().matmul(zurueck), bias1: einsen.matmul(zurueck).reshaped(to: bias1.shape),
        weights2: versteckt.transposed().matmul(daneben), bias2: einsen.matmul(daneben).reshaped(to: bias2.shape))
    )
  }

  public mutating func train(
    on x: Tensor, targets: Tensor, learningRate: Double, steps: Int
  ) -> [Double] {
    var verlauf = [Double](repeating: 0, count: steps)
    for schritt in 0..<steps {
      let (verlust, steigung) = loss(x, targets: targets)
      verlauf[schritt] = verlust
      weights1.add(steigung.weights1, times: -learningRate)
      bias1.add(steigung.bias1, times: -learningRate)
      weights2.add(steigung.weights2, times: -learningRate)
      bias2.add(steigung.bias2, times: -learningRate)
    }
    return verlauf
  }
}
