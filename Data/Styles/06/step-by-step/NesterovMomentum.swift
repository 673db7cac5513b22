import Exercise05
import Tensors

/// Stochastic gradient descent with Nesterov's momentum: the ball looks where it is rolling to.
///
///     v ← momentum · v - learningRate · dw
///     w ← w + momentum · v - learningRate · dw        with the new v
///
/// After Yurii Nesterov, 1983, in the form in which the gradient is taken where w is.
public struct NesterovMomentum: RatedOptimizer {
  public var learningRate: Double
  public var momentum: Double

  /// A velocity for each parameter, all 0 before the first step; empty until its shapes are known.
  public private(set) var velocities: [Tensor] = []

  public init(learningRate: Double, momentum: Double = 0.9) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    if velocities.isEmpty {
      for gradient in gradients { velocities.append(Tensor(zeros: gradient.shape)) }
    }
    for i in 0..<gradients.count {
      let old = velocities[i]
      let pushed = learningRate * gradients[i]
      let new = momentum * old - pushed
      velocities[i] = new
      let moved = parameters[i] - momentum * old + (1 + momentum) * new
      parameters[i] = moved
    }
  }
}
