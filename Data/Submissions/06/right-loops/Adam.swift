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
      for j in 0..<w.count {
        m[j] = m[j] * beta1 + g[j] * (1 - beta1)
        v[j] = v[j] * beta2 + g[j] * g[j] * (1 - beta2)
        let step = (m[j] / (1 - p1)) / ((v[j] / (1 - p2)).squareRoot() + epsilon)
        w[j] -= learningRate * step
      }

      means[i] = Tensor(shape: shape, scalars: m)
      squares[i] = Tensor(shape: shape, scalars: v)
      parameters[i] = Tensor(shape: shape, scalars: w)
      g.removeAll()
    }
  }
}
