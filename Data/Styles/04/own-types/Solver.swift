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
    var keeper = Keeper()
    let history = (0..<epochs).map { _ -> Epoch in
      let before = step(on: training)
      let after = evaluate(on: validation)
      keeper.offer(classifier, loss: after)
      return Epoch(trainingLoss: before, validationLoss: after)
    }
    keeper.restore(&classifier)
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

private struct Keeper {
  private var best: (classifier: Classifier, loss: Double)?
  mutating func offer(_ classifier: Classifier, loss: Double) {
    guard let current = best else { best = (classifier, loss); return }
    if loss < current.loss { best = (classifier, loss) }
  }
  func restore(_ classifier: inout Classifier) {
    if let best { classifier = best.classifier }
  }
}
extension Solver {
  /// One step; returns the loss before it.
  fileprivate mutating func step(on samples: Samples) -> Double {
    let forward = classifier.forward(samples.x)
    let cost = loss.forward(forward.scores, targets: samples.targets)
    let upstream = loss.backward(cache: cost.cache, targets: samples.targets)
    let gradient = classifier.backward(upstream, cache: forward.cache).weights
    optimizer.update(&classifier.weights, along: gradient)
    return cost.loss
  }
}
