import Exercise05
import Exercise06
import Tensors

/// An optimizer that sees, besides the gradient, that of the L2 penalty λ/2 · Σ w².
///
///     dw ← dw + strength · w        then the optimizer's own step
///
/// Only weights are pulled: tensors of two axes or more. A bias, a scale or a shift has one axis, and
/// its gradient stays as it is.
public struct Penalized: RatedOptimizer {
  public var optimizer: any RatedOptimizer

  /// λ
  public var strength: Double

  public init(_ optimizer: any RatedOptimizer, strength: Double) {
    self.optimizer = optimizer
    self.strength = strength
  }

  public var learningRate: Double {
    get { optimizer.learningRate }
    set { optimizer.learningRate = newValue }
  }

  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    // TODO: 8.12  Who hears of the penalty: the optimizer, or the parameters?
    unfinished("8.12")
  }
}

/// An optimizer beside which weights decay, of which it does not hear.
///
///     w ← w - learningRate · strength · w        and the optimizer's own step
///
/// Both start at the w before the step. Only weights decay: tensors of two axes or more.
public struct Decayed: RatedOptimizer {
  public var optimizer: any RatedOptimizer
  public var strength: Double

  public init(_ optimizer: any RatedOptimizer, strength: Double) {
    self.optimizer = optimizer
    self.strength = strength
  }

  public var learningRate: Double {
    get { optimizer.learningRate }
    set { optimizer.learningRate = newValue }
  }

  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    // TODO: 8.13  The w that decays is the one before the step. When do you have to look at it?
    unfinished("8.13")
  }
}

/// How long two optimizers agree. Both start at `parameters`, and at each step both are given the same
/// gradients.
///
/// Returns the number of the first step, counted from 1, after which any entry of the one's parameters is
/// more than `distance` from the other's; nil where there is none.
public func stepsUntilApart(
  _ one: any Optimizer, _ other: any Optimizer, from parameters: [Tensor], along steps: [[Tensor]],
  distance: Double
) -> Int? {
  // TODO: 8.14  Two optimizers, and two sets of parameters.
  unfinished("8.14")
}
