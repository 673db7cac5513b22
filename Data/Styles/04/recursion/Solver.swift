import Tensors

/// Trains a classifier on all samples at once, and keeps the best that it has been.
public struct Solver: Sendable {
  public var classifier: Classifier
  public var loss: any Loss
  public var optimizer: any Optimizer

  public init(classifier: Classifier, loss: any Loss, optimizer: any Optimizer) {
    (self.classifier, self.loss, self.optimizer) = (classifier, loss, optimizer)
  }

  /// Makes a step for each of `epochs` epochs, with the gradient of the loss on all training samples,
  /// and then looks at the validation samples. Leaves in `classifier` the weights with the lowest
  /// validation loss, and returns the history.
  ///
  /// The weights from before the first step do not compete; without any epoch they stay.
  public mutating func train(
    on training: Samples, validatingOn validation: Samples, epochs: Int
  ) -> [Epoch] {
    var best: (loss: Double, classifier: Classifier)?
    func go(_ left: Int, _ solver: inout Solver) -> [Epoch] {
      guard left > 0 else { return [] }
      let (outputs, cache) = solver.classifier.forward(training.x)
      let (before, lossCache) = solver.loss.forward(outputs, targets: training.targets)
      let upstream = solver.loss.backward(cache: lossCache, targets: training.targets)
      let gradient = solver.classifier.backward(upstream, cache: cache).weights
      solver.optimizer.update(&solver.classifier.weights, along: gradient)
      let after = solver.evaluate(on: validation)
      if best.map({ after < $0.loss }) ?? true { best = (after, solver.classifier) }
      return [Epoch(trainingLoss: before, validationLoss: after)] + go(left - 1, &solver)
    }
    let history = go(epochs, &self)
    if let best { classifier = best.classifier }
    return history
  }

  /// Returns the loss on samples, without any step. It is given: there is nothing to write here.
  public func evaluate(on samples: Samples) -> Double {
    loss.forward(classifier.forward(samples.x).scores, targets: samples.targets).loss
  }
}

/// What one epoch brought: the loss on the training samples before its step, and that on the
/// validation samples after it.
public struct Epoch: Sendable, Equatable {
  public var trainingLoss: Double
  public var validationLoss: Double

  public init(trainingLoss: Double, validationLoss: Double) {
    (self.trainingLoss, self.validationLoss) = (trainingLoss, validationLoss)
  }
}
