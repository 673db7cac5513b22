import Exercise05
import Foundation
import Tensors

/// AdamW with a length of step for each tensor: a share of the tensor's own length.
///
///     r = m̂ / (√v̂ + epsilon) + weightDecay · w
///     w ← w - learningRate · ‖w‖ / ‖r‖ · r
///
/// m̂ and v̂ are Adam's. ‖·‖ is the root of the sum of the squares of all entries of one tensor. Where
/// one of the two is 0, 1 stands in the place of ‖w‖ / ‖r‖.
///
/// After Yang You and others, "Large batch optimization for deep learning", 2020.
public struct LAMB: RatedOptimizer {
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
    epsilon: Double = 1e-6, weightDecay: Double = 0.01
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
      let r = direction + weightDecay * parameters[i]
      parameters[i] -= learningRate * trust(parameters[i], r) * r
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

private func trust(_ w: Tensor, _ r: Tensor) -> Double {
  let (a, b) = ((w * w).sum(), (r * r).sum())
  return a > 0 && b > 0 ? a.squareRoot() / b.squareRoot() : 1
}
