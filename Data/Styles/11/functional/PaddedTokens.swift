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
    let longest = sentences.reduce(0) { max($0, $1.count) }
    let filled = sentences.map { $0 + Array(repeating: 0, count: longest - $0.count) }
    let places = Tensor(
      linearlySpacedFrom: 0, through: Double(max(longest - 1, 0)), shape: [longest, 1])
    self.init(
      steps: longest, tokens: (0..<longest).flatMap { t in filled.map { $0[t] } },
      keep: places .< Tensor(sentences.map(\.count)))
  }
}
