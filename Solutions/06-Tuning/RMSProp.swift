import Exercise05
import Tensors

/// Adagrad that forgets: a running mean of the squared gradients in the place of their sum.
///
///     s ← decay · s + (1 - decay) · dw²
///     w ← w - learningRate · dw / (√s + epsilon)
///
/// After Geoffrey Hinton's lecture 6e, 2012.
public struct RMSProp: RatedOptimizer {
  public var learningRate: Double

  /// What is kept of the mean at each step.
  public var decay: Double
  public var epsilon: Double

  /// The running mean of each parameter's squared gradients, 0 before the first step.
  public private(set) var squares: [Tensor] = []

  public init(learningRate: Double, decay: Double = 0.9, epsilon: Double = 1e-8) {
    self.learningRate = learningRate
    self.decay = decay
    self.epsilon = epsilon
  }

  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    // begin 6.13: What differs from Adagrad?
    if squares.isEmpty {
      squares = gradients.map { Tensor(zerosLike: $0) }
    }
    for i in parameters.indices {
      squares[i] = decay * squares[i] + (1 - decay) * gradients[i] * gradients[i]
      parameters[i] -= learningRate * gradients[i] / (sqrt(squares[i]) + epsilon)
    }
    // end
  }
}
