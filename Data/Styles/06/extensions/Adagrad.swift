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
    squares.begin(like: gradients)
    for (i, gradient) in gradients.enumerated() {
      squares[i] += gradient.squared
      parameters[i] -= learningRate * gradient / (squares[i].root + epsilon)
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
