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
      parameters[i] = w - learningRate * direction
    }
    steps += 1
  }
}
