import Tensors

public struct SGD: Optimizer {
  public var learningRate: Double

  public init(learningRate: Double) {
    self.learningRate = learningRate
  }

  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    var new: [Tensor] = []
    for (w, dw) in zip(parameters, gradients) {
      new.append(w - dw * learningRate)
    }
    parameters = new
  }
}
