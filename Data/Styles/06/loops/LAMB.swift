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
    while means.count < gradients.count {
      means.append(Tensor(zerosLike: gradients[means.count]))
      squares.append(Tensor(zerosLike: gradients[squares.count]))
    }
    steps += 1
    var (p1, p2) = (1.0, 1.0)
    for _ in 0..<steps {
      p1 *= beta1
      p2 *= beta2
    }
    for i in 0..<parameters.count {
      let shape = parameters[i].shape
      var (w, g) = (parameters[i].scalars, gradients[i].scalars)
      var (m, v) = (means[i].scalars, squares[i].scalars)
      var r = w
      for j in 0..<w.count {
        m[j] = m[j] * beta1 + g[j] * (1 - beta1)
        v[j] = v[j] * beta2 + g[j] * g[j] * (1 - beta2)
        let step = (m[j] / (1 - p1)) / ((v[j] / (1 - p2)).squareRoot() + epsilon)
        r[j] = step + weightDecay * w[j]
      }
      var (ww, rr) = (0.0, 0.0)
      for j in 0..<w.count {
        ww += w[j] * w[j]
        rr += r[j] * r[j]
      }
      var ratio = 1.0
      if ww != 0 && rr != 0 { ratio = (ww / rr).squareRoot() }
      for j in 0..<w.count { w[j] -= learningRate * ratio * r[j] }
      means[i] = Tensor(shape: shape, scalars: m)
      squares[i] = Tensor(shape: shape, scalars: v)
      parameters[i] = Tensor(shape: shape, scalars: w)
      g.removeAll()
    }
  }
}
