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
  private var moments: [Moments] = []

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
    if moments.isEmpty {
      moments = gradients.map { Moments(like: $0) }
    }
    for i in parameters.indices {
      let direction = moments[i].direction(
        gradients[i], beta1: beta1, beta2: beta2, epsilon: epsilon)
      parameters[i] = (1 - learningRate * weightDecay) * parameters[i] - learningRate * direction
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
