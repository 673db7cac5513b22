import Tensors

/// Blocks by recursion over what is left of them.
public struct Transformer: Parameterized {
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

  func embedded(_ tokens: [[Int]], from first: Int = 0) -> Tensor {
    let positions = positionalEncoding(
      first..<first + tokens[0].count, width: embedding.table.shape[1])
    return embedding.forward(tokens) + positions.converted(to: embedding.table.elementType)
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

func filled(_ rows: [[Int]]) -> (rows: [[Int]], mask: Mask) {
  let longest = rows.map(\.count).max() ?? 0
  return (
    rows.map { $0 + [Int](repeating: 0, count: longest - $0.count) },
    paddingMask(rows.map(\.count), count: longest)
  )
}
