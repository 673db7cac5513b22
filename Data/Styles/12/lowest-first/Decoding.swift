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
  var text: [Int] = []
  while text.count < limit {
    let logs = next(text)
    let best = logs.reshaped(to: [1, -1]).argmax(along: 1)[0]
    if best == end { break }
    text.append(best)
  }
  return text
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
  var beginnings: [(tokens: [Int], sum: Double)] = [([], 0)]
  var finished: [(tokens: [Int], score: Double)] = []
  func score(_ sum: Double, _ length: Int) -> Double { sum / pow(Double(length), lengthPower) }
  var length = 0
  while !beginnings.isEmpty && length < limit {
    length += 1
    if lengthPower == 0, let best = finished.map(\.score).max(),
      beginnings.allSatisfy({ $0.sum < best })
    {
      beginnings = []
      break
    }
    var candidates: [(tokens: [Int], token: Int, sum: Double)] = []
    for beginning in beginnings {
      _ = next(beginning.tokens)
      for (token, log) in next(beginning.tokens).scalars.enumerated() where log > -.infinity {
        candidates.append((beginning.tokens, token, beginning.sum + log))
      }
    }
    candidates.sort { $0.sum > $1.sum }
    beginnings = []
    for candidate in candidates.prefix(width) {
      if candidate.token == end {
        finished.append((candidate.tokens, score(candidate.sum, length)))
      } else {
        beginnings.append((candidate.tokens + [candidate.token], candidate.sum))
      }
    }
  }
  for beginning in beginnings { finished.append((beginning.tokens, score(beginning.sum, length))) }
  return finished.max { $0.score < $1.score } ?? ([], -.infinity)
}
