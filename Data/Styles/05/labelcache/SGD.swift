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
    var iterator = gradients.makeIterator()
    for i in parameters.indices {
      guard let dw = iterator.next() else { break }
      parameters[i] = -(learningRate * dw - parameters[i])
    }
  }
}
