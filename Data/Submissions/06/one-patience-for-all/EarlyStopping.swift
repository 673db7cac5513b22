import Tensors

/// Says when a training has stopped making progress.
///
/// An epoch makes progress if its loss is below the best so far by *more* than `minimumProgress`; then
/// its loss is the best so far. The training is over when `patience` epochs in a row have made none,
/// and at once when a loss is infinite or NaN.
public struct EarlyStopping: Sendable, Equatable {
  /// At least 1.
  public var patience: Int
  public var minimumProgress: Double

  /// The loss of the last epoch that made progress; infinite before there was one.
  public private(set) var best = Double.infinity

  /// The number of that epoch, counted from 1; 0 before there was one.
  public private(set) var bestEpoch = 0

  /// How many losses have been shown.
  public private(set) var epochs = 0

  public init(patience: Int, minimumProgress: Double = 0) {
    self.patience = patience
    self.minimumProgress = minimumProgress
  }

  /// Takes in the loss of the next epoch; returns whether the training is over.
  public mutating func isOver(after loss: Double) -> Bool {
    // begin 6.22: Which two numbers tell how long it has been since the last progress?
    epochs += 1
    if loss.isFinite, loss < best - minimumProgress {
      (best, bestEpoch) = (loss, epochs)
    }
    return !loss.isFinite || epochs - bestEpoch >= patience
    // end
  }
}
