import Tensors

/// An encoder that reads a source, and a decoder that writes a target behind it, token by token.
///
///     memory = encoderNorm(encoder blocks(embedding of the source + positions))
///     logits = output(decoderNorm(decoder blocks(embedding of the target + positions, memory)))
///
/// | name   | shape       | meaning                                                        |
/// | ------ | ----------- | -------------------------------------------------------------- |
/// | source | N rows      | tokens; shorter rows are filled up, and what fills is not seen |
/// | target | N rows of T | tokens; row by row what comes before the token to be predicted |
/// | memory | `[N, S, D]` | what the encoder has made of the source                        |
/// | logits | `[N, T, V]` | scores of what stands at position t + 1, from 0 to t           |
///
/// One table of embeddings serves source and target. The blocks normalise before.
public struct Transformer: Sendable {
  public var embedding: Embedding
  public var encoder: [EncoderBlock]
  public var encoderNorm: LayerNorm
  public var decoder: [DecoderBlock]
  public var decoderNorm: LayerNorm
  public var output: Linear

  /// What the way back needs: what is in it is up to you.
  public struct Cache: Sendable {
    var source: [[Int]]
    var target: [[Int]]
    var encoder: [EncoderBlock.Cache]
    var encoderNorm: LayerNorm.Cache
    var decoder: [DecoderBlock.Cache]
    var decoderNorm: LayerNorm.Cache

    /// What went into `output`, `[N, T, D]`.
    var normalized: Tensor
  }

  /// Returns the memory of `source`, its mask, and what the way back needs.
  func encode(
    _ source: [[Int]]
  ) -> (
    memory: Tensor, mask: Mask, source: [[Int]], blocks: [EncoderBlock.Cache],
    norm: LayerNorm.Cache
  ) {
    // TODO: 12.28  Fill up the rows, embed them, block after block, and the norm. Who must not be seen?
    unfinished("12.28")
  }

  /// Returns the logits, and in `cache` whatever `backward` will need.
  public func forward(
    source: [[Int]], target: [[Int]]
  ) -> (logits: Tensor, cache: Cache) {
    // TODO: 12.29  The decoder's blocks all look at the same memory.
    unfinished("12.29")
  }

  /// Returns the gradients of the loss at `parameters`, given `upstream`, its gradient at the logits.
  public func backward(_ upstream: Tensor, cache: Cache) -> [Tensor] {
    // TODO: 12.30  The memory was used by every decoder block, and the table by source and target.
    unfinished("12.30")
  }
}
