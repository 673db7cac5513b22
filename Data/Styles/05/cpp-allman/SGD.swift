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
    precondition(parameters.count == gradients.count, "count mismatch");
    var i: Int = 0;
    while (i < parameters.count)
    {
      let step: Tensor = -learningRate * gradients[i];
      parameters[i] = parameters[i] + step;
      i += 1;
    }
  }
}
