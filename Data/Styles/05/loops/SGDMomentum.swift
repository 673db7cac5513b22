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
    for i in 0..<parameters.count {
      if i == velocities.count { velocities.append(gradients[i] * 0) }
      velocities[i] = velocities[i] * momentum - gradients[i] * learningRate
      parameters[i] = parameters[i] + velocities[i]
    }
  }
}
