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
  // TODO: 12.26  Ask, append, ask again. What ends it?
  unfinished("12.26")
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
  // TODO: 12.27  An array of beginnings with their sums, one of what is finished with its scores.
  unfinished("12.27")
}
