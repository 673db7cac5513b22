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
    // begin 12.35: The encoder works once. What of its output does each block need from now on?
    let (memory, mask, _, _, _) = encode(source)
    return Writing(
      sourceMask: mask,
      sources: decoder.map { $0.cross.keysAndValues(of: memory, behind: nil) },
      written: decoder.map { _ in nil })
    // end
  }

  /// Writes the token of each of the N rows behind what is there, and returns the logits of the next,
  /// `[N, V]`: those that `forward` gives at the last position.
  public func write(_ tokens: [Int], to writing: inout Writing) -> Tensor {
    // begin 12.36: One position long. Which mask does it need to see nothing behind itself?
    var signal = embedded(tokens.map { [$0] }, from: writing.count)  // [N, 1, D]
    for (i, block) in decoder.enumerated() {
      let normal = block.attentionNorm.forward(signal).output
      let seen = block.attention.keysAndValues(of: normal, behind: writing.written[i])
      writing.written[i] = seen
      signal = signal + block.attention.attend(normal, to: seen)
      signal =
        signal
        + block.cross.attend(
          block.crossNorm.forward(signal).output, to: writing.sources[i],
          mask: writing.sourceMask)
      signal = signal + block.feed.forward(block.feedNorm.forward(signal).output).output
    }
    writing.count += 1
    return output.forward(decoderNorm.forward(signal).output).squeezed(at: 1)
    // end
  }
}
