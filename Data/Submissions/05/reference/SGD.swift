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
    // begin 5.12: Which way is downhill?
    for i in parameters.indices {
      parameters[i] -= learningRate * gradients[i]
    }
    // end
  }
}
