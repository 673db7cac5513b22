import Tensors

public struct SGDMomentum: Optimizer {
  public var learningRate: Double
  public var momentum: Double

  public private(set) var velocities: [Tensor] = []

  public init(learningRate: Double, momentum: Double = 0.9) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    let old = velocities.isEmpty ? gradients.map { $0 * 0 } : velocities
    velocities = zip(old, gradients).map { momentum * $0 - learningRate * $1 }
    parameters = zip(parameters, velocities).map { $0 + $1 }
  }
}
