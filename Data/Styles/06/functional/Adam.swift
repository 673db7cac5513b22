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
    let zeros = gradients.map { Tensor(zerosLike: $0) }
    means = zip(means.isEmpty ? zeros : means, gradients).map {
      beta1 * $0 + (1 - beta1) * $1
    }
    squares = zip(squares.isEmpty ? zeros : squares, gradients).map {
      beta2 * $0 + (1 - beta2) * $1 * $1
    }
    steps += 1
    let corrections = (1 - pow(beta1, Double(steps)), 1 - pow(beta2, Double(steps)))
    parameters = zip(parameters, zip(means, squares)).map { w, kept in
      let root = sqrt(kept.1 / corrections.1)
      return w - learningRate * (kept.0 / corrections.0) / (root + epsilon)
    }
  }
}
