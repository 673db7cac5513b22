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
    // begin 11.27: zip(text, text.dropFirst()) are the pairs.
    var counts = [Double](repeating: 1, count: characters * characters)
    for (a, b) in zip(text, text.dropFirst()) { counts[a * characters + b] += 1 }
    let table = Tensor(shape: [characters, characters], scalars: counts)
    logProbabilities = log(table / table.sum(along: 1, keepingAxis: true))
    // end
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
  // begin 11.28: A model that knows nothing of V characters has perplexity V. Has yours?
  exp(-logProbabilities.reduce(0, +) / Double(logProbabilities.count))
  // end
}
