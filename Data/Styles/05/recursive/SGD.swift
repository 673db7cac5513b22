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
    parameters = descended(parameters[...], gradients[...])
  }

  private func descended(_ w: ArraySlice<Tensor>, _ dw: ArraySlice<Tensor>) -> [Tensor] {
    guard let w0 = w.first, let dw0 = dw.first else { return [] }
    return [w0 - learningRate * dw0] + descended(w.dropFirst(), dw.dropFirst())
  }
}
