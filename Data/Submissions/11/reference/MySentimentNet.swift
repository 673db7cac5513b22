import Exercise05
import Exercise06
import Tensors

/// Your reader of reviews: what it is, and how it is trained. What counts is how many reviews it understands
/// that it has never seen.
///
/// Who asks what of it, and when, is in `TrainedSentimentNet.swift`.
public struct MySentimentNet: Sendable {
  public var batchSize: Int
  public var epochs: Int
  public var maximumNorm: Double

  /// The settings that are graded.
  public init() {
    // begin 11.31: Begin with small numbers, and with few epochs.
    batchSize = 32
    epochs = 8
    maximumNorm = 1
    // end
  }

  /// Returns the network before its training, for words 0 ..< `words`; word 0 is padding.
  public func network(
    words: Int, classes: Int, using generator: inout SeededGenerator
  ) -> SentenceClassifier {
    // begin 11.32: Which cell? How wide? And what should the readout start with?
    let (width, units) = (32, 48)
    return SentenceClassifier(
      embedding: Embedding(words: words, width: width, using: &generator),
      layer: RecurrentLayer(cell: LSTMCell(), inputs: width, units: units, using: &generator),
      readout: Affine(
        weights: Initialization.xavier.weights(
          inputs: units, outputs: classes, using: &generator),
        bias: Tensor(zeros: [classes])))
    // end
  }

  /// Returns what moves the parameters. It will be asked to `updates` times in all.
  public func optimizer(updates: Int) -> any Optimizer {
    // begin 11.33: One of exercise 06, with a schedule or without.
    Scheduled(
      Adam(learningRate: 0.005),
      schedule: Schedule(peak: 0.005, decay: .cosine(length: updates, floor: 0)))
    // end
  }
}
