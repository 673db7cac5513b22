import Tensors

/// Sentences of different lengths, filled up to the longest: a batch for a recurrent layer.
///
/// | name     | shape    | meaning                                                              |
/// | -------- | -------- | -------------------------------------------------------------------- |
/// | `steps`  | a number | T, the length of the longest sentence                                |
/// | `tokens` | T · N    | word t of sentence n stands at t · N + n, and 0 where there is none  |
/// | `keep`   | `[T, N]` | true where there is a word, false where there is none                |
public struct PaddedTokens: Sendable, Equatable {
  public var steps: Int
  public var tokens: [Int]
  public var keep: Mask

  public init(steps: Int, tokens: [Int], keep: Mask) {
    self.steps = steps
    self.tokens = tokens
    self.keep = keep
  }

  /// Fills up N sentences with 0 at their ends.
  public init(_ sentences: [[Int]]) {
    // begin 11.14: All sentences at step 0, then all at step 1, and so on.
    let steps = sentences.map(\.count).max() ?? 0
    let places = (0..<steps).flatMap { t in sentences.map { t < $0.count ? $0[t] : nil } }
    self.init(
      steps: steps, tokens: places.map { $0 ?? 0 },
      keep: Mask(shape: [steps, sentences.count], places.map { $0 != nil }))
    // end
  }
}
