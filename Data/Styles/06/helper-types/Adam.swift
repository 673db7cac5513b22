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
  private var moments: [Moments] = []

  public init(
    learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
  }

  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    if moments.isEmpty {
      moments = gradients.map { Moments(like: $0) }
    }
    for i in parameters.indices {
      let direction = moments[i].direction(
        gradients[i], beta1: beta1, beta2: beta2, epsilon: epsilon)
      parameters[i] -= learningRate * direction
    }
  }
}

/// The running means of one parameter's gradients.
private struct Moments: Sendable {
  var mean: Tensor
  var square: Tensor
  var t = 0

  init(like gradient: Tensor) {
    mean = Tensor(zerosLike: gradient)
    square = mean
  }

  mutating func direction(
    _ gradient: Tensor, beta1: Double, beta2: Double, epsilon: Double
  ) -> Tensor {
    t += 1
    mean = mean * beta1 + gradient * (1 - beta1)
    square = square * beta2 + gradient * gradient * (1 - beta2)
    return mean / (1 - power(beta1, t)) / (sqrt(square / (1 - power(beta2, t))) + epsilon)
  }

  private func power(_ x: Double, _ n: Int) -> Double { (0..<n).reduce(1) { y, _ in y * x } }
}
