import Tensors

public struct Writing: Sendable {
  public var count = 0

  public var sourceMask: Mask

  public var sources: [KeyValueCache]
  public var written: [KeyValueCache?]
}

extension Transformer {
  public func begin(_ source: [[Int]]) -> Writing {
    let read = encode(source)
    var sources: [KeyValueCache] = []
    for block in decoder {
      let keys = block.cross.apart(block.cross.key.forward(read.memory))
      let values = block.cross.apart(block.cross.value.forward(read.memory))
      sources.append(KeyValueCache(keys: keys, values: values))
    }
    return Writing(
      count: 0, sourceMask: read.mask, sources: sources,
      written: [KeyValueCache?](repeating: nil, count: decoder.count))
  }

  public func write(_ tokens: [Int], to writing: inout Writing) -> Tensor {
    let place = writing.count
    writing.count = place + 1
    var x = embedded(tokens.map { [$0] }, from: place)
    for (i, block) in zip(decoder.indices, decoder) {
      let a = block.attentionNorm.forward(x).output
      let kept = block.attention.keysAndValues(of: a, behind: writing.written[i])
      writing.written[i] = kept
      x += block.attention.attend(
        a, to: kept, mask: Mask(shape: [1, place + 1], Array(repeating: true, count: place + 1)))
      let c = block.crossNorm.forward(x).output
      x += block.cross.attend(c, to: writing.sources[i], mask: writing.sourceMask)
      let f = block.feedNorm.forward(x).output
      x += block.feed.forward(f).output
    }
    let logits = output.forward(decoderNorm.forward(x).output)
    return logits.reshaped(to: [tokens.count, -1])
  }
}
