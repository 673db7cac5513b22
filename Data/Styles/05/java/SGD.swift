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
    for index in 0..<parameters.count {
      parameters[index] = self.computeUpdatedParameter(parameter: parameters[index], gradient: gradients[index])
    }
  }

  /// The customary rate.
  public init() {
    self.init(learningRate: 0.01)
  }

  private func computeUpdatedParameter(parameter: Tensor, gradient: Tensor) -> Tensor {
    let scaledGradient: Tensor = gradient * self.learningRate
    return parameter - scaledGradient
  }
}
