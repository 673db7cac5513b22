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
    zip(parameters.indices, gradients).forEach { i, g in
      parameters[i].scale(by: 1, adding: g, times: -1 * learningRate)
    }
  }
}
