import Exercise05
import Tensors

/// A learning rate of its own for each parameter: the more it has been pulled, the smaller.
///
///     s ← s + dw²
///     w ← w - learningRate · dw / (√s + epsilon)
///
/// After John Duchi and others, "Adaptive subgradient methods", 2011.
public struct Adagrad: RatedOptimizer {
  public var learningRate: Double
  public var epsilon: Double

  /// The sum of all squared gradients of each parameter, 0 before the first step.
  public private(set) var squares: [Tensor] = []

  public init(learningRate: Double, epsilon: Double = 1e-8) {
    self.learningRate = learningRate
    self.epsilon = epsilon
  }

  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    for i in 0..<gradients.count {
      if squares.count == i { squares.append(Tensor(zerosLike: gradients[i])) }
      var (s, w) = (squares[i].scalars, parameters[i].scalars)
      let g = gradients[i].scalars
      for j in g.indices {
        s[j] += g[j] * g[j]
        w[j] -= learningRate * g[j] / (s[j].squareRoot() + epsilon)
      }
      squares[i] = Tensor(shape: gradients[i].shape, scalars: s)
      parameters[i] = Tensor(shape: gradients[i].shape, scalars: w)
    }
  }
}
