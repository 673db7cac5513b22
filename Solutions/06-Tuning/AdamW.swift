import Exercise05
import Foundation
import Tensors

/// Adam, and apart from it a pull of every parameter towards 0.
///
///     w ← w - learningRate · m̂ / (√v̂ + epsilon) - learningRate · weightDecay · w
///
/// m̂ and v̂ are Adam's; the decay has no part in them, and the w on the right is the one before the step.
///
/// After Ilya Loshchilov and Frank Hutter, "Decoupled weight decay regularization", 2019.
public struct AdamW: RatedOptimizer {
  public var learningRate: Double
  public var beta1: Double
  public var beta2: Double
  public var epsilon: Double
  public var weightDecay: Double

  /// m and v of each parameter, 0 before the first step; and how many steps have been made.
  public private(set) var means: [Tensor] = []
  public private(set) var squares: [Tensor] = []
  public private(set) var steps = 0

  public init(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999,
    epsilon: Double = 1e-8, weightDecay: Double = 0.01
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    // begin 6.15: Where does the decay go, so that m̂ and v̂ never hear of it?
    if means.isEmpty {
      means = gradients.map { Tensor(zerosLike: $0) }
      squares = means
    }
    steps += 1
    let meanShare = 1 - pow(beta1, Double(steps))
    let squareShare = 1 - pow(beta2, Double(steps))
    for i in parameters.indices {
      means[i] *= beta1
      means[i] += (1 - beta1) * gradients[i]
      squares[i] *= beta2
      squares[i] += (1 - beta2) * gradients[i] * gradients[i]
      let direction = means[i] / meanShare / (sqrt(squares[i] / squareShare) + epsilon)
      parameters[i] *= 1 - learningRate * weightDecay
      parameters[i] -= learningRate * direction
    }
    // end
  }
}
