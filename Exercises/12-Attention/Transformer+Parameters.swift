import Tensors

/// How a transformer begins, what it learns, and how tokens come into it.
///
/// Read it; there is nothing to write here.
extension Transformer: Parameterized {
  public init(
    tokens: Int, width: Int, heads: Int, hidden: Int, encoderBlocks: Int, decoderBlocks: Int,
    using generator: inout some RandomNumberGenerator
  ) {
    embedding = Embedding(tokens: tokens, width: width, using: &generator)
    encoder = []
    for _ in 0..<encoderBlocks {
      encoder.append(
        EncoderBlock(width: width, heads: heads, hidden: hidden, using: &generator))
    }
    encoderNorm = LayerNorm(width: width)
    decoder = []
    for _ in 0..<decoderBlocks {
      decoder.append(
        DecoderBlock(width: width, heads: heads, hidden: hidden, using: &generator))
    }
    decoderNorm = LayerNorm(width: width)
    output = Linear(inputs: width, outputs: tokens, using: &generator)
  }

  /// Those of `embedding`, of the encoder's blocks in turn, of `encoderNorm`, of the decoder's blocks in
  /// turn, of `decoderNorm` and of `output`.
  public var parameters: [Tensor] {
    get {
      embedding.parameters + encoder.flatMap(\.parameters) + encoderNorm.parameters
        + decoder.flatMap(\.parameters) + decoderNorm.parameters + output.parameters
    }
    set {
      var rest = newValue[...]
      embedding.take(from: &rest)
      for i in encoder.indices { encoder[i].take(from: &rest) }
      encoderNorm.take(from: &rest)
      for i in decoder.indices { decoder[i].take(from: &rest) }
      decoderNorm.take(from: &rest)
      output.take(from: &rest)
    }
  }

  /// Returns the embeddings of rows of equal length, with the positions added. The first token of each
  /// row stands at position `first`.
  func embedded(_ tokens: [[Int]], from first: Int = 0) -> Tensor {
    let positions = positionalEncoding(
      first..<first + tokens[0].count, width: embedding.table.shape[1])
    return embedding.forward(tokens) + positions.converted(to: embedding.table.elementType)
  }
}

/// Rows of tokens filled up to the length of the longest, by token 0, and the mask that hides what
/// fills them.
func filled(_ rows: [[Int]]) -> (rows: [[Int]], mask: Mask) {
  let longest = rows.map(\.count).max() ?? 0
  return (
    rows.map { $0 + [Int](repeating: 0, count: longest - $0.count) },
    paddingMask(rows.map(\.count), count: longest)
  )
}
