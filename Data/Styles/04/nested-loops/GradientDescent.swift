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
    for i in 0..<weights.shape[0] {
      for j in 0..<weights.shape[1] {
        weights[i, j] = weights[i, j] - learningRate * gradient[i, j]
      }
    }
  }
}
