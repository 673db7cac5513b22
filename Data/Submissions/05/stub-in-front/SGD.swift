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
    // TODO: 5.12  Which way is downhill?
    unfinished("5.12")
  }
}
