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
    // one sample at a time, and the mean of all
    let n = x.shape[0]
    var g = XORNet(
      weights1: Tensor(zerosLike: weights1), bias1: Tensor(zerosLike: bias1), weights2: Tensor(zerosLike: weights2),
      bias2: Tensor(zerosLike: bias2))
    var total = 0.0
    for i in 0..<n {
      let row = x[i...i]
      let h = tanh(row.matmul(weights1) + bias1)
      let off = (h.matmul(weights2) + bias2 - targets[i...i]).scalar
      total += off * off / Double(n)
      let dy = 2 * off / Double(n)
      let dt = dy * weights2.transposed() * (1 - h) * (1 + h)
      g.weights2 += dy * h.transposed()
      g.bias2 += Tensor([dy])
      g.weights1 += row.transposed().matmul(dt)
      g.bias1 += dt.row(0)
    }
    return (total, g)
  }

  public mutating func train(
    on x: Tensor, targets: Tensor, learningRate: Double, steps: Int
  ) -> [Double] {
    guard steps > 0 else { return [] }
    let before = loss(x, targets: targets)
    let g = before.gradients
    self = XORNet(
      weights1: weights1 - learningRate * g.weights1, bias1: bias1 - learningRate * g.bias1,
      weights2: weights2 - learningRate * g.weights2, bias2: bias2 - learningRate * g.bias2)
    return [before.loss] + train(on: x, targets: targets, learningRate: learningRate, steps: steps - 1)
  }
}
