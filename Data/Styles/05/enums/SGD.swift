import Tensors

/// Stochastic gradient descent.
///
///     w ← w - learningRate · dw
public struct SGD: Optimizer {
  public var learningRate: Double

  public init(learningRate: Double) {
    self.learningRate = learningRate
  }

  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    parameters.withUnsafeMutableBufferPointer { w in
      for i in w.indices { w[i] -= gradients[i] * learningRate }
    }
  }
}
