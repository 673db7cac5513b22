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
    (batchSize, epochs, maximumNorm) = (50, 12, 5)
  }

  /// Returns the network before its training, for words 0 ..< `words`; word 0 is padding.
  public func network(
    words: Int, classes: Int, using generator: inout SeededGenerator
  ) -> SentenceClassifier {
    let layer = RecurrentLayer(cell: GRUCell(), inputs: 24, units: 64, using: &generator)
    return SentenceClassifier(
      embedding: Embedding(words: words, width: 24, using: &generator), layer: layer,
      readout: Affine(
        weights: 0.1 * Tensor(normal: [64, classes], using: &generator),
        bias: Tensor(zeros: [classes])))
  }

  /// Returns what moves the parameters. It will be asked to `updates` times in all.
  public func optimizer(updates: Int) -> any Optimizer {
    Adam(learningRate: 0.004)
  }
}
