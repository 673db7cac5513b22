import Foundation
import Tensors

/// Returns the tokens that follow, the most probable each time: until `end` comes, which is not
/// returned, or until there are `limit` tokens. Of equally probable ones the first is taken.
///
/// - Parameter next: Returns the logarithms of the probabilities of all tokens `[V]` behind the tokens
///   so far, which are none at first.
public func greedyDecode(
  end: Int, limit: Int, next: (_ tokens: [Int]) -> Tensor
) -> [Int] {
  // begin 12.26: Ask, append, ask again. What ends it?
  var tokens: [Int] = []
  while tokens.count < limit {
    let token = next(tokens).argmax(along: 0)[0]
    if token == end { break }
    tokens.append(token)
  }
  return tokens
  // end
}

/// Looks for the tokens with the best score along the `width` most probable beginnings.
///
///     score = Σ log p / Lᵃ         L: how many tokens were predicted, `end` among them; a: lengthPower
///
/// At first there is one beginning, without tokens. At each step all beginnings are continued by every
/// token, and of all continuations the `width` with the greatest Σ log p are looked at: one that ends in
/// `end` is finished, the others are the next beginnings. It stops when there is no beginning left, or
/// when the beginnings have `limit` tokens: then they are finished as they are, without `end`, and their
/// L is `limit`. Of all that are finished the one with the greatest score is the result.
///
/// With `width` 1 it is the greedy search. Ties are not asked for.
///
/// - Parameter next: As for `greedyDecode`.
/// - Returns: The tokens, without `end`, and their score.
public func beamSearch(
  end: Int, limit: Int, width: Int, lengthPower: Double, next: (_ tokens: [Int]) -> Tensor
) -> (tokens: [Int], score: Double) {
  // begin 12.27: An array of beginnings with their sums, one of what is finished with its scores.
  var beginnings: [(tokens: [Int], sum: Double)] = [([], 0)]
  var finished: [(tokens: [Int], score: Double)] = []
  func score(_ sum: Double, length: Int) -> Double { sum / pow(Double(length), lengthPower) }
  for length in 1...limit {
    let continued = beginnings.flatMap { beginning in
      next(beginning.tokens).scalars.enumerated().map { token, logarithm in
        (tokens: beginning.tokens + [token], sum: beginning.sum + logarithm)
      }
    }
    beginnings = []
    for best in continued.sorted(by: { $0.sum > $1.sum }).prefix(width) {
      if best.tokens.last == end {
        finished.append((best.tokens.dropLast(), score(best.sum, length: length)))
      } else {
        beginnings.append(best)
      }
    }
    if beginnings.isEmpty { break }
  }
  finished += beginnings.map { ($0.tokens, score($0.sum, length: limit)) }
  return finished.max { $0.score < $1.score } ?? ([], 0)
  // end
}
