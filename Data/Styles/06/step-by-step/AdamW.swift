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
    if means.isEmpty {
      for gradient in gradients {
        means.append(Tensor(zeros: gradient.shape))
        squares.append(Tensor(zeros: gradient.shape))
      }
    }
    let t = Double(steps + 1)
    for (i, g) in gradients.enumerated() {
      let oldMean = means[i]
      let oldSquare = squares[i]
      let newMean = oldMean + (1 - beta1) * (g - oldMean)
      let newSquare = oldSquare + (1 - beta2) * (g * g - oldSquare)
      means[i] = newMean
      squares[i] = newSquare
      let correctedMean = newMean / (1 - pow(beta1, t))
      let correctedSquare = newSquare / (1 - pow(beta2, t))
      let root = sqrt(correctedSquare)
      let divisor = root + epsilon
      let direction = correctedMean / divisor
      let w = parameters[i]
      let decayed = w - learningRate * weightDecay * w
      parameters[i] = decayed - learningRate * direction
    }
    steps += 1
  }
}
