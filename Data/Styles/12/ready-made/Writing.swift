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

  var source: [[Int]] = []
  var tokens: [[Int]] = []
}

extension Transformer {
  /// Returns the beginning of a text behind `source`, for each of its N rows.
  public func begin(_ source: [[Int]]) -> Writing {
    let read = encode(source)
    var writing = Writing(
      sourceMask: read.mask,
      sources: decoder.map { $0.cross.keysAndValues(of: read.memory, behind: nil) }, written: [])
    writing.source = source
    return writing
  }

  /// Writes the token of each of the N rows behind what is there, and returns the logits of the next,
  /// `[N, V]`: those that `forward` gives at the last position.
  public func write(_ tokens: [Int], to writing: inout Writing) -> Tensor {
    if writing.tokens.isEmpty { writing.tokens = tokens.map { _ in [] } }
    for n in tokens.indices { writing.tokens[n].append(tokens[n]) }
    writing.count += 1
    let logits = forward(source: writing.source, target: writing.tokens).logits
    let (count, length, classes) = (logits.shape[0], logits.shape[1], logits.shape[2])
    return logits.transposed(permuting: [1, 0, 2]).row(length - 1).reshaped(to: [count, classes])
  }
}
