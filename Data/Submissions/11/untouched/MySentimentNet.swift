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
    // TODO: 11.31  Begin with small numbers, and with few epochs.
    unfinished("11.31")
  }

  /// Returns the network before its training, for words 0 ..< `words`; word 0 is padding.
  public func network(
    words: Int, classes: Int, using generator: inout SeededGenerator
  ) -> SentenceClassifier {
    // TODO: 11.32  Which cell? How wide? And what should the readout start with?
    unfinished("11.32")
  }

  /// Returns what moves the parameters. It will be asked to `updates` times in all.
  public func optimizer(updates: Int) -> any Optimizer {
    // TODO: 11.33  One of exercise 06, with a schedule or without.
    unfinished("11.33")
  }
}
