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
  /// The weights from before the first step do not compete; without any epoch they stay. Nor does any
  /// loss of an earlier call. Only the weights go back to the best: the optimizer has made all its
  /// steps. Which of two equal losses wins is up to you.
  public mutating func train(
    on training: Samples, validatingOn validation: Samples, epochs: Int
  ) -> [Epoch] {
    // TODO: 4.15  Forward, loss, back, step: which of the four is asked of whom?
    unfinished("4.15")
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
