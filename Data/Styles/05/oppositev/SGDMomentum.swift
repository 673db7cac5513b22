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
  public var velocities: [Tensor] { descents.map { -$0 } }

  public init(learningRate: Double, momentum: Double = 0.9) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    if descents.isEmpty { descents = gradients.map { learningRate * $0 } } else {
      for i in descents.indices { descents[i] = momentum * descents[i] + learningRate * gradients[i] }
    }
    for i in descents.indices { parameters[i] -= descents[i] }
  }

  /// -v: what is taken away.
  private var descents: [Tensor] = []
}
