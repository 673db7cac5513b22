import Tensors

/// An array of tensors that is made when its shapes are known.
@propertyWrapper
public struct FilledWhenKnown: Sendable {
  public var wrappedValue: [Tensor]
  public init(wrappedValue: [Tensor]) { self.wrappedValue = wrappedValue }
  mutating func fill(like shapes: [Tensor]) {
    guard wrappedValue.isEmpty else { return }
    wrappedValue = shapes.map(Tensor.init(zerosLike:))
  }
}

/// Stochastic gradient descent with momentum: a heavy ball instead of a light one.
///
///     v ← momentum · v - learningRate · dw
///     w ← w + v
///
/// After Boris Polyak, "Some methods of speeding up the convergence of iteration methods", 1964.
public struct SGDMomentum: Optimizer {
  public var learningRate: Double
  public var momentum: Double

  /// A velocity for each parameter, all 0 before the first step; empty until its shapes are known.
  @FilledWhenKnown public private(set) var velocities: [Tensor] = []

  public init(learningRate: Double, momentum: Double = 0.9) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    _velocities.fill(like: gradients)
    for i in gradients.indices {
      velocities[i] *= momentum
      velocities[i].add(gradients[i], times: -learningRate)
      parameters[i] += velocities[i]
    }
  }
}
