import Datasets
import Doorway
import Foundation
import Grading
import Tensors

/// What exercise 11 trains on, and how well what was trained knows what it has never seen.
extension TextTraining {
  static func reviews(_ seed: UInt64) -> Self { TextTraining(count: 4000, seed: seed) }

  static func stories(_ seed: UInt64) -> Self { TextTraining(count: 60_000, seed: seed) }
}

/// Reviews that nobody was trained on.
struct NewReviews {
  let reviews: SyntheticReviews

  init(seed: UInt64) {
    reviews = SyntheticReviews(count: 1000, seed: Digest("\(seed) for reviews").word)
  }

  var question: SentencesInput { SentencesInput(reviews.sentences) }

  /// How many of them are understood.
  func right(_ classes: [Int]) -> Int { zip(classes, reviews.labels).count { $0 == $1 } }
}

/// Characters of stories that nobody was trained on, with the 60 before each.
struct NewStories {
  let contexts: [[Int]]
  let next: [Int]

  init(seed: UInt64) {
    let text = SyntheticStories(count: 60_000, seed: Digest("\(seed) for stories").word).text
    let starts = (0..<600).map { 90 * $0 }
    contexts = starts.map { Array(text[$0..<$0 + 60]) }
    next = starts.map { text[$0 + 60] }
  }

  var question: SentencesInput { SentencesInput(contexts) }

  /// The shape of the log probabilities that are asked for.
  var shape: [Int] { [contexts.count, SyntheticStories.characters.count] }

  func perplexity(of rows: Tensor) -> Double {
    exp(-next.indices.reduce(0) { $0 + rows[$1, next[$1]] } / Double(next.count))
  }
}
