import Tensors

/// A text that a transformer is writing, and all that it need not compute again.
public struct Writing: Sendable {
  /// How many tokens have been written.
  public var count = 0

  /// Which places of the source may be seen.
  public var sourceMask: Mask

  /// Of each block of the decoder: the source, as its cross-attention sees it; and the tokens so far, as
  /// its attention does, nil at first.
  public var sources: [KeyValueCache]
  public var written: [KeyValueCache?]
}

extension Transformer {
  /// Returns the beginning of a text behind `source`, for each of its N rows.
  public func begin(_ source: [[Int]]) -> Writing {
    // TODO: 12.35  The encoder works once. What of its output does each block need from now on?
    unfinished("12.35")
  }

  /// Writes the token of each of the N rows behind what is there, and returns the logits of the next,
  /// `[N, V]`: those that `forward` gives at the last position.
  public func write(_ tokens: [Int], to writing: inout Writing) -> Tensor {
    // TODO: 12.36  One position long. Which mask does it need to see nothing behind itself?
    unfinished("12.36")
  }
}
