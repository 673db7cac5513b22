import Tensors

/// Stochastic gradient descent with momentum: a heavy ball instead of a light one.
///
///     v ← momentum · v - learningRate · dw
///     w ← w + v
///
/// After Boris Polyak, "Some methods of speeding up the convergence of iteration methods", 1964.
public struct SGDMomentum: Optimizer {
  public var learningRate: Double
  public var momentum: Double

  /// A velocity for each parameter, all 0 before the first step; empty until its shapes are known.
  public private(set) var velocities: [Tensor] = []

  public init(learningRate: Double, momentum: Double = 0.9) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    self.initializeVelocitiesIfNecessary(gradients: gradients)
    for index in 0..<gradients.count {
      let velocity: Tensor = self.momentum * self.velocities[index] - self.learningRate * gradients[index]
      self.velocities[index] = velocity
      parameters[index] = parameters[index] + velocity
    }
  }

  private mutating func initializeVelocitiesIfNecessary(gradients: [Tensor]) {
    if self.velocities.count == gradients.count {
      return
    }
    var initialVelocities: [Tensor] = [Tensor]()
    for gradient in gradients {
      initialVelocities.append(Tensor(repeating: 0.0, shape: gradient.shape))
    }
    self.velocities = initialVelocities
  }
}
