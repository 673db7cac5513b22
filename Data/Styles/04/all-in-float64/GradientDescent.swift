import Tensors

/// Gradient descent.
///
///     w ← w - learningRate · dw
public struct GradientDescent: Optimizer {
  public var learningRate: Double

  public init(learningRate: Double) {
    self.learningRate = learningRate
  }

  public mutating func update(_ weights: inout Tensor, along gradient: Tensor) {
    weights -= gradient * learningRate
  }
}
