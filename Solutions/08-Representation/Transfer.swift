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
    // begin 8.23: Where does a code become too small for ten digits, and an epoch too many?
    hidden = [512, 512]
    (pretrainingEpochs, pretrainingBatch, pretrainingRate) = (8, 64, 0.001)
    (trainingEpochs, trainingBatch, trainingRate) = (60, 20, 0.001)
    // end
  }
}
