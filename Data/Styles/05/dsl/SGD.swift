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
    let descended = zip(parameters, gradients).reduce(into: [Tensor]()) { result, pair in
      let (w, dw) = pair
      result.append(w - dw * learningRate)
    }
    parameters = descended
  }
}
