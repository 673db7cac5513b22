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
    var steps = 0
    for sentence in sentences where sentence.count > steps { steps = sentence.count }
    var tokens: [Int] = []
    var flags: [Bool] = []
    for t in 0..<steps {
      for sentence in sentences {
        if t < sentence.count {
          tokens.append(sentence[t])
          flags.append(true)
        } else {
          tokens.append(0)
          flags.append(false)
        }
      }
    }
    self.init(
      steps: steps, tokens: tokens, keep: Mask(shape: [steps, sentences.count], flags))
  }
}
