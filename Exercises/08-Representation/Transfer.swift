import Exercise05
import Exercise06
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
    // TODO: 8.20  Where does a code become too small for ten digits, and an epoch too many?
    unfinished("8.20")
  }

  /// Returns an autoencoder that has learnt to say again `images` `[N, C, H, W]`. `epochDone` is called
  /// with the mean loss of each epoch as it is done.
  ///
  /// Its encoder has the sizes D = C · H · W and `hidden`.
  public func pretrained(
    on images: Tensor, using generator: inout SeededGenerator,
    epochDone: (Double) -> Void = { _ in }
  ) -> Autoencoder {
    // TODO: 8.21  A loop as the solver of exercise 05 has it: shuffle, take batches, move parameters.
    unfinished("8.21")
  }

  /// Returns a network of the layers of `autoencoder`'s encoder, as they are, and behind them a new one
  /// for `classes` classes, with weights as `Initialization.he` draws them and the bias 0.
  public func classifier(
    on autoencoder: Autoencoder, classes: Int, using generator: inout SeededGenerator
  ) -> ClassificationNet {
    // TODO: 8.22  Who has learnt something, the encoder or the decoder?
    unfinished("8.22")
  }

  /// Returns `network` after it has learnt the `labels` of `images` `[n, …]`: all its layers, not only
  /// the last.
  public func trained(
    _ network: ClassificationNet, on images: Tensor, labels: [Int],
    using generator: inout SeededGenerator
  ) -> ClassificationNet {
    // TODO: 8.23  The solver of exercise 05 does it, if you give it an optimizer.
    unfinished("8.23")
  }
}
