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
    means.begin(like: gradients)
    squares.begin(like: gradients)
    steps += 1
    let (first, second) = (1 - pow(beta1, Double(steps)), 1 - pow(beta2, Double(steps)))
    for (i, gradient) in gradients.enumerated() {
      means[i].follow(gradient, keeping: beta1)
      squares[i].follow(gradient.squared, keeping: beta2)
      let direction = (means[i] / first) / ((squares[i] / second).root + epsilon)
      let r = direction + weightDecay * parameters[i]
      parameters[i] -= learningRate * (parameters[i].length <-> r.length) * r
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

infix operator <-> : MultiplicationPrecedence

/// The ratio of two lengths, of which none is 0.
private func <-> (a: Double, b: Double) -> Double { a * b == 0 ? 1 : a / b }
