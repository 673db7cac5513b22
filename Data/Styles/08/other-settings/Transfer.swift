import Tensors

/// What an autoencoder has learnt of images without labels, put to use where there are few labels.
///
/// The settings are yours. Who asks what, and when, is in `FewLabels.swift`.
public struct Transfer: Sendable {
  /// The sizes of the encoder's layers behind its input; the last is that of the code.
  public var hidden: [Int]

  public var pretrainingEpochs: Int
  public var pretrainingBatch: Int
  public var pretrainingRate: Double

  public var trainingEpochs: Int
  public var trainingBatch: Int
  public var trainingRate: Double

  public init() {
    hidden = [300, 200]
    (pretrainingEpochs, pretrainingBatch, pretrainingRate) = (10, 50, 0.002)
    (trainingEpochs, trainingBatch, trainingRate) = (80, 25, 0.001)
  }
}
