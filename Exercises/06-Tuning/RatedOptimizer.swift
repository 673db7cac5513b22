import Exercise05

/// An optimizer whose learning rate can be changed from step to step.
///
/// Read it; there is nothing to write here.
public protocol RatedOptimizer: Optimizer {
  var learningRate: Double { get set }
}

extension SGD: RatedOptimizer {}
extension SGDMomentum: RatedOptimizer {}
