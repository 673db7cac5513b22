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
    let ones = Tensor(ones: [x.shape[0], 1])
    let h = tanh(x.matmul(weights1) + bias1)
    let miss = output(x) - targets
    let above = 2 * miss / miss.count
    let second = MatrixProduct.gradients(above, x: h, weights: weights2)
    let inner = second.x * (1 - h * h)
    let first = MatrixProduct.gradients(inner, x: x, weights: weights1)
    return (
      (miss * miss).mean(),
      XORNet(
        weights1: first.weights, bias1: ones.transposed().matmul(inner).reshaped(to: [-1]),
        weights2: second.weights, bias2: ones.transposed().matmul(above).reshaped(to: [-1]))
    )
  }

  public mutating func train(
    on x: Tensor, targets: Tensor, learningRate: Double, steps: Int
  ) -> [Double] {
    var losses: [Double] = []
    let all = [weights1, bias1, weights2, bias2]
    let sizes = all.map(\.count)
    func net(_ flat: Tensor) -> XORNet {
      var at = 0
      let tensors = zip(all, sizes).map { tensor, size in
        defer { at += size }
        return flat[at..<at + size].reshaped(to: tensor.shape)
      }
      return XORNet(
        weights1: tensors[0], bias1: tensors[1], weights2: tensors[2], bias2: tensors[3])
    }
    let flat = Tensor(concatenating: all.map { $0.reshaped(to: [-1]) }, along: 0)
    let way = descent(from: flat, learningRate: learningRate, steps: steps) { place in
      let (loss, slopes) = net(place).loss(x, targets: targets)
      losses.append(loss)
      return Tensor(
        concatenating: [slopes.weights1, slopes.bias1, slopes.weights2, slopes.bias2].map {
          $0.reshaped(to: [-1])
        }, along: 0)
    }
    self = net(way[way.count - 1])
    return losses
  }
}
