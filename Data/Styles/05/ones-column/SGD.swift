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
    func move(_ w: inout Tensor, _ dw: Tensor) { w -= dw * learningRate }
    for (i, dw) in zip(0..., gradients) { move(&parameters[i], dw) }
  }
}
