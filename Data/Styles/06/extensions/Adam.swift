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
    means.begin(like: gradients)
    squares.begin(like: gradients)
    steps += 1
    let (first, second) = (1 - pow(beta1, Double(steps)), 1 - pow(beta2, Double(steps)))
    for (i, gradient) in gradients.enumerated() {
      means[i].follow(gradient, keeping: beta1)
      squares[i].follow(gradient.squared, keeping: beta2)
      let direction = (means[i] / first) / ((squares[i] / second).root + epsilon)
      parameters[i] -= learningRate * direction
    }
  }
}

extension Tensor {
  fileprivate var squared: Tensor { self * self }
  fileprivate var root: Tensor { sqrt(self) }
  fileprivate var length: Double { squared.sum().squareRoot() }

  fileprivate mutating func follow(_ target: Tensor, keeping share: Double) {
    self = self * share + target * (1 - share)
  }
}

extension [Tensor] {
  fileprivate mutating func begin(like others: [Tensor]) {
    if isEmpty { self = others.map { Tensor(zerosLike: $0) } }
  }
}
