import Tensors
import Testing

@testable import Datasets

@Suite("The reviews made by code")
struct SyntheticReviewsTests {
  @Test("The same seed makes the same reviews, another seed others, on every machine")
  func isDeterministic() {
    let reviews = SyntheticReviews(count: 40, seed: 3)
    #expect(reviews.sentences == SyntheticReviews(count: 40, seed: 3).sentences)
    #expect(reviews.labels == SyntheticReviews(count: 40, seed: 3).labels)
    #expect(reviews.sentences != SyntheticReviews(count: 40, seed: 4).sentences)
    #expect(Array(SyntheticReviews(count: 90, seed: 3).sentences[..<40]) == reviews.sentences)
    #expect(
      SyntheticReviews.text(of: reviews.sentences[0]) == "i doubt that this film was ugly .")
    #expect(reviews.labels[0] == 1)
  }

  @Test("Half of them praise, no word is padding, and every word is known")
  func isBalanced() {
    let reviews = SyntheticReviews(count: 2000, seed: 5)
    #expect(reviews.labels.reduce(0, +) == 1000)
    let words = SyntheticReviews.words
    #expect(Set(words).count == words.count)
    #expect(reviews.sentences.allSatisfy { $0.allSatisfy { (1..<words.count).contains($0) } })
    let lengths = reviews.sentences.map(\.count)
    #expect(lengths.min() ?? 0 >= 4)
    #expect(lengths.max() ?? 0 <= 60)
    #expect(Set(reviews.sentences.flatMap(\.self)).count == words.count - 1)
  }

  /// The figure stands in the handout of exercise 11.
  @Test("Who weighs words and does not read is right in about 55 % of all cases")
  func wordsAloneSayLittle() {
    let (training, test) = (
      SyntheticReviews(count: 3000, seed: 1), SyntheticReviews(count: 2000, seed: 2)
    )
    func counts(_ reviews: SyntheticReviews) -> Tensor {
      Tensor(
        reviews.sentences.map { sentence in
          var counts = [Double](repeating: 0, count: SyntheticReviews.words.count)
          for word in sentence { counts[word] += 1 }
          return counts
        })
    }
    let (x, new) = (counts(training), counts(test))
    let y = Tensor(training.labels).reshaped(to: [-1, 1])
    var weights = Tensor(zeros: [x.shape[1], 1])
    for _ in 0..<500 {
      let error = 1 / (1 + exp(-x.matmul(weights))) - y
      weights -= 0.5 / 3000 * x.transposed().matmul(error)
    }
    let right = zip(new.matmul(weights).scalars, test.labels).count { ($0 > 0 ? 1 : 0) == $1 }
    #expect((0.5...0.6).contains(Double(right) / 2000), "\(right)")
  }
}
