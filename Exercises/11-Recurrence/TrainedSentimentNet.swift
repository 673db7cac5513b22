import Datasets
import Exercise05
import Tensors

/// What has become of a reader of reviews.
///
/// Read it; there is nothing to write here.
public struct TrainedSentimentNet: Sendable {
  public var network: SentenceClassifier

  /// The mean loss of each epoch.
  public var losses: [Double] = []

  /// Trains `mine` on all reviews, in `float32`.
  ///
  /// - Parameter epochDone: Called with the losses so far as each epoch is done.
  public init(
    training mine: MySentimentNet, on reviews: SyntheticReviews, seed: UInt64,
    epochDone: ([Double]) -> Void = { _ in }
  ) {
    var generator = SeededGenerator(seed: seed)
    network = mine.network(
      words: SyntheticReviews.words.count, classes: 2, using: &generator)
    network.parameters = network.parameters.map { $0.converted(to: .float32) }
    let count = reviews.sentences.count
    let updates = (count + mine.batchSize - 1) / mine.batchSize
    var optimizer = mine.optimizer(updates: mine.epochs * updates)
    for _ in 0..<mine.epochs {
      let order = (0..<count).shuffled(using: &generator)
      var sum = 0.0
      for start in stride(from: 0, to: count, by: mine.batchSize) {
        let batch = order[start..<min(start + mine.batchSize, count)]
        let (loss, gradients) = network.loss(
          batch.map { reviews.sentences[$0] }, labels: batch.map { reviews.labels[$0] })
        clippedStep(
          &network.parameters, along: gradients, with: &optimizer, maximumNorm: mine.maximumNorm)
        sum += loss
      }
      losses.append(sum / Double(updates))
      epochDone(losses)
    }
  }

  /// Returns the class of each sentence: 1 where it praises, 0 where it does not.
  public func predictions(for sentences: [[Int]]) -> [Int] {
    stride(from: 0, to: sentences.count, by: 100).flatMap { start in
      network.predictions(for: Array(sentences[start..<min(start + 100, sentences.count)]))
    }
  }
}
