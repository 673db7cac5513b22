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
    // begin 12.28: Fill up the rows, embed them, block after block, and the norm. Who must not be seen?
    let source = filled(source)
    let mask = source.mask
    var signal = embedded(source.rows)
    var caches: [EncoderBlock.Cache] = []
    for block in encoder {
      let (output, cache) = block.forward(signal, mask: mask)
      signal = output
      caches.append(cache)
    }
    let (memory, norm) = encoderNorm.forward(signal)
    return (memory, mask, source.rows, caches, norm)
    // end
  }

  /// Returns the logits, and in `cache` whatever `backward` will need.
  public func forward(
    source: [[Int]], target: [[Int]]
  ) -> (logits: Tensor, cache: Cache) {
    // begin 12.29: The decoder's blocks all look at the same memory.
    let (memory, mask, rows, encoderCaches, encoderNormCache) = encode(source)
    var signal = embedded(target)
    var caches: [DecoderBlock.Cache] = []
    for block in decoder {
      let (output, cache) = block.forward(signal, memory: memory, memoryMask: mask)
      signal = output
      caches.append(cache)
    }
    let (normalized, norm) = decoderNorm.forward(signal)
    return (
      output.forward(normalized),
      Cache(
        source: rows, target: target, encoder: encoderCaches, encoderNorm: encoderNormCache,
        decoder: caches, decoderNorm: norm, normalized: normalized)
    )
    // end
  }

  /// Returns the gradients of the loss at `parameters`, given `upstream`, its gradient at the logits.
  public func backward(_ upstream: Tensor, cache: Cache) -> [Tensor] {
    // begin 12.30: The memory was used by every decoder block, and the table by source and target.
    let last = output.backward(upstream, x: cache.normalized)
    let decoderNormed = decoderNorm.backward(last.x, cache: cache.decoderNorm)
    var signal = decoderNormed.x
    var atMemory: Tensor?
    var decoderGradients: [[Tensor]] = []
    for (block, cache) in zip(decoder, cache.decoder).reversed() {
      let (x, memory, parameters) = block.backward(signal, cache: cache)
      signal = x
      atMemory = atMemory.map { $0 + memory } ?? memory
      decoderGradients.append(parameters)
    }
    var atTable = embedding.backward(signal, tokens: cache.target)
    let encoderNormed = encoderNorm.backward(
      atMemory ?? Tensor(zerosLike: cache.encoderNorm.normalized), cache: cache.encoderNorm)
    signal = encoderNormed.x
    var encoderGradients: [[Tensor]] = []
    for (block, cache) in zip(encoder, cache.encoder).reversed() {
      let (x, parameters) = block.backward(signal, cache: cache)
      signal = x
      encoderGradients.append(parameters)
    }
    atTable += embedding.backward(signal, tokens: cache.source)
    return [atTable] + encoderGradients.reversed().flatMap { $0 } + encoderNormed.parameters
      + decoderGradients.reversed().flatMap { $0 } + decoderNormed.parameters + last.parameters
    // end
  }
}
