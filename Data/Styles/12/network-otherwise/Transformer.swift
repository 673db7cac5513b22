import Tensors

/// Blocks by recursion over what is left of them.
public struct Transformer: Sendable {
  public var embedding: Embedding
  public var encoder: [EncoderBlock]
  public var encoderNorm: LayerNorm
  public var decoder: [DecoderBlock]
  public var decoderNorm: LayerNorm
  public var output: Linear

  public struct Cache: Sendable {
    var source: [[Int]]
    var target: [[Int]]
    var encoder: [EncoderBlock.Cache]
    var encoderNorm: LayerNorm.Cache
    var decoder: [DecoderBlock.Cache]
    var decoderNorm: LayerNorm.Cache

    var normalized: Tensor
  }

  func encode(
    _ source: [[Int]]
  ) -> (
    memory: Tensor, mask: Mask, source: [[Int]], blocks: [EncoderBlock.Cache],
    norm: LayerNorm.Cache
  ) {
    let rows = filled(source)
    var caches: [EncoderBlock.Cache] = []
    let signal = encoder.reduce(embedded(rows.rows)) { signal, block in
      let pass = block.forward(signal, mask: rows.mask)
      caches += [pass.cache]
      return pass.output
    }
    let last = encoderNorm.forward(signal)
    return (
      memory: last.output, mask: rows.mask, source: rows.rows, blocks: caches, norm: last.cache
    )
  }

  public func forward(
    source: [[Int]], target: [[Int]]
  ) -> (logits: Tensor, cache: Cache) {
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
  }

  public func backward(_ upstream: Tensor, cache: Cache) -> [Tensor] {
    var gradients = [[Tensor]]()
    let (atNormalized, outputs) = output.backward(upstream, x: cache.normalized)
    gradients.insert(outputs, at: 0)
    var (signal, norm) = decoderNorm.backward(atNormalized, cache: cache.decoderNorm)
    gradients.insert(norm, at: 0)
    var atMemory = Tensor(zerosLike: cache.encoderNorm.normalized)
    for i in decoder.indices.reversed() {
      let back = decoder[i].backward(signal, cache: cache.decoder[i])
      signal = back.x
      atMemory += back.memory
      gradients.insert(back.parameters, at: 0)
    }
    let fromTarget = embedding.backward(signal, tokens: cache.target)
    (signal, norm) = encoderNorm.backward(atMemory, cache: cache.encoderNorm)
    gradients.insert(norm, at: 0)
    for i in encoder.indices.reversed() {
      let back = encoder[i].backward(signal, cache: cache.encoder[i])
      signal = back.x
      gradients.insert(back.parameters, at: 0)
    }
    gradients.insert([fromTarget + embedding.backward(signal, tokens: cache.source)], at: 0)
    return Array(gradients.joined())
  }
}
