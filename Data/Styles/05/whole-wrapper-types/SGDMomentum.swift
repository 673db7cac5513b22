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
    while velocities.count < gradients.count {
      velocities.append(Tensor(zeros: gradients[velocities.count].shape))
    }
    for (i, g) in gradients.enumerated() {
      velocities[i].scale(by: momentum, adding: g, times: -learningRate)
      parameters[i].add(velocities[i], times: 1)
    }
  }
}
