import Foundation
import Tensors

/// The simplest model of a text: which character follows upon which, counted.
///
///     p(b | a) = (count of a b + 1) / (count of a followed by anything + V)
///
/// The 1 is for pairs that have not been seen: nothing is impossible.
///
/// | name               | shape    | meaning                              |
/// | ------------------ | -------- | ------------------------------------ |
/// | `logProbabilities` | `[V, V]` | log p(b \| a) in row a and column b  |
public struct Bigrams: Sendable {
  public var logProbabilities: Tensor

  /// Counts the pairs of neighbours in a text of V different characters, which are numbers 0 ..< V.
  public init(of text: [Int], characters: Int) {
    logProbabilities = Tensor(zeros: [characters, characters])
    for a in 0..<characters {
      var counts = [Int](repeating: 0, count: characters)
      for i in text.indices.dropLast() where text[i] == a { counts[text[i + 1]] += 1 }
      let total = Double(counts.reduce(0, +) + characters)
      for b in 0..<characters {
        logProbabilities[a, b] = log(Double(counts[b] + 1)) - log(total)
      }
    }
  }

  /// Returns log p of each character of `text` but the first, given the one before it.
  public func logProbabilities(of text: [Int]) -> [Double] {
    zip(text, text.dropFirst()).map { logProbabilities[$0, $1] }
  }
}

/// Returns the perplexity of a model that gave the characters of a text these log probabilities: as if it had
/// to choose, at each, among so many that are equally likely.
///
///     perplexity = exp(-1/n · Σ log p)
public func perplexity(_ logProbabilities: [Double]) -> Double {
  var mean = 0.0
  for p in logProbabilities { mean += p / Double(logProbabilities.count) }
  return exp(-mean)
}
