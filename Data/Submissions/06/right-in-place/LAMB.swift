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
    if steps == 0 {
      for gradient in gradients {
        means.append(Tensor(zerosLike: gradient))
        squares.append(Tensor(zerosLike: gradient))
      }
    }
    steps += 1
    for i in gradients.indices {
      means[i].scale(by: beta1, adding: gradients[i], times: 1 - beta1)
      squares[i].scale(by: beta2, adding: gradients[i] * gradients[i], times: 1 - beta2)
      var step = squares[i]
      step /= 1 - pow(beta2, Double(steps))
      step = sqrt(step)
      step += epsilon
      step = means[i] / step
      step /= 1 - pow(beta1, Double(steps))
      step.add(parameters[i], times: weightDecay)
      let (w, r) = (norm(parameters[i]), norm(step))
      parameters[i].add(step, times: -learningRate * (w == 0 || r == 0 ? 1 : w / r))
    }
  }
}

private func norm(_ x: Tensor) -> Double { (x * x).sum().squareRoot() }
