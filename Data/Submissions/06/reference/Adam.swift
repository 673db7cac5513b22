import Exercise05
import Foundation
import Tensors

/// Momentum and RMSProp together, and both corrected for having begun at 0.
///
///     m ← beta1 · m + (1 - beta1) · dw            m̂ = m / (1 - beta1ᵗ)
///     v ← beta2 · v + (1 - beta2) · dw²           v̂ = v / (1 - beta2ᵗ)
///     w ← w - learningRate · m̂ / (√v̂ + epsilon)
///
/// t is the number of the step, counted from 1.
///
/// After Diederik Kingma and Jimmy Ba, "Adam: a method for stochastic optimization", 2015.
public struct Adam: RatedOptimizer {
  public var learningRate: Double
  public var beta1: Double
  public var beta2: Double
  public var epsilon: Double

  /// m and v of each parameter, 0 before the first step; and how many steps have been made.
  public private(set) var means: [Tensor] = []
  public private(set) var squares: [Tensor] = []
  public private(set) var steps = 0

  public init(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
  }

  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    // begin 6.14: What are m̂ and v̂ at the first step? The corrected ones are not kept.
    if means.isEmpty {
      means = gradients.map { Tensor(zerosLike: $0) }
      squares = means
    }
    steps += 1
    let meanShare = 1 - pow(beta1, Double(steps))
    let squareShare = 1 - pow(beta2, Double(steps))
    for i in parameters.indices {
      means[i] = beta1 * means[i] + (1 - beta1) * gradients[i]
      squares[i] = beta2 * squares[i] + (1 - beta2) * gradients[i] * gradients[i]
      let direction = means[i] / meanShare / (sqrt(squares[i] / squareShare) + epsilon)
      parameters[i] -= learningRate * direction
    }
    // end
  }
}
