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
    let (count, inputs, hidden) = (x.shape[0], x.shape[1], bias1.count)
    var loss = 0.0
    var slopes = XORNet(
      weights1: Tensor(zerosLike: weights1), bias1: Tensor(zerosLike: bias1),
      weights2: Tensor(zerosLike: weights2), bias2: Tensor(zerosLike: bias2))
    for n in 0..<count {
      var h = [Double](repeating: 0, count: hidden)
      var y = bias2[0]
      for k in 0..<hidden {
        var sum = bias1[k]
        for d in 0..<inputs { sum += x[n, d] * weights1[d, k] }
        h[k] = tanh(sum)
        y += h[k] * weights2[k, 0]
      }
      let miss = y - targets[n, 0]
      loss += miss * miss / Double(count)
      let atY = 2 * miss / Double(count)
      slopes.bias2[0] += atY
      for k in 0..<hidden {
        slopes.weights2[k, 0] += atY * h[k]
        let atSum = atY * weights2[k, 0] * (1 - h[k] * h[k])
        slopes.bias1[k] += atSum
        for d in 0..<inputs { slopes.weights1[d, k] += atSum * x[n, d] }
      }
    }
    return (loss, slopes)
  }

  public mutating func train(
    on x: Tensor, targets: Tensor, learningRate: Double, steps: Int
  ) -> [Double] {
    var losses: [Double] = []
    for _ in 0..<steps {
      let (loss, slopes) = self.loss(x, targets: targets)
      losses.append(loss)
      weights1.add(slopes.weights1, times: -learningRate)
      bias1.add(slopes.bias1, times: -learningRate)
      weights2.add(slopes.weights2, times: -learningRate)
      bias2.add(slopes.bias2, times: -learningRate)
    }
    return losses
  }
}
