import Foundation
import Tensors

#if GRADUS_EDITOR
  import Exercise12

  /// Prints what the layers of exercise 12 give, and pass back. `attention.py` writes the file.
  func printAttentions(_ file: String) throws {
    try printOutcomes(file) { $0.attentionOutcome }
  }

  extension LayerCase {
    fileprivate var attentionOutcome: LayerOutcome {
      var generator = SeededGenerator(seed: 1)
      let x = leaf(0)
      let (width, heads) = (x.shape.last ?? 0, integer("heads", or: 1))
      let (hidden, placement) = (integer("hidden"), isSet("after") ? NormPlacement.after : .before)
      switch layer {
      case "attention":
        let (y, cache) = ScaledDotAttention().forward(
          query: x, key: leaf(1), value: leaf(2), mask: keep)
        let back = ScaledDotAttention().backward(slope, cache: cache)
        return LayerOutcome(y, [back.query, back.key, back.value])
      case "multi-head attention":
        let attention = given(
          MultiHeadAttention(width: width, heads: heads, using: &generator), from: 2)
        let (y, cache) = attention.forward(x, memory: leaf(1), mask: keep)
        let back = attention.backward(slope, cache: cache)
        return LayerOutcome(y, [back.x, back.memory] + back.parameters)
      case "layer norm":
        let norm = given(LayerNorm(width: width, epsilon: number("epsilon") ?? 1e-5), from: 1)
        let (y, cache) = norm.forward(x)
        let back = norm.backward(slope, cache: cache)
        return LayerOutcome(y, [back.x] + back.parameters)
      case "feed-forward":
        let feed = given(FeedForward(width: width, hidden: hidden, using: &generator), from: 1)
        let (y, cache) = feed.forward(x)
        let back = feed.backward(slope, cache: cache)
        return LayerOutcome(y, [back.x] + back.parameters)
      case "encoder block":
        let block = given(
          EncoderBlock(
            width: width, heads: heads, hidden: hidden, placement: placement, using: &generator),
          from: 1)
        let (y, cache) = block.forward(x, mask: keep)
        let back = block.backward(slope, cache: cache)
        return LayerOutcome(y, [back.x] + back.parameters)
      case "decoder block":
        let block = given(
          DecoderBlock(
            width: width, heads: heads, hidden: hidden, placement: placement, using: &generator),
          from: 2)
        let (y, cache) = block.forward(x, memory: leaf(1), memoryMask: keep)
        let back = block.backward(slope, cache: cache)
        return LayerOutcome(y, [back.x, back.memory] + back.parameters)
      case "smoothed cross-entropy":
        let entropy = SmoothedCrossEntropy(
          smoothing: number("smoothing") ?? 0, ignored: number("ignored").map { Int($0) })
        let (loss, cache) = entropy.forward(x, labels: labels ?? [])
        return LayerOutcome(Tensor(loss), [entropy.backward(cache: cache, labels: labels ?? [])])
      case "warm-up schedule":
        let schedule = WarmupSchedule(width: integer("width"), warmup: integer("warmup"))
        return LayerOutcome(Tensor(x.scalars.map { schedule.learningRate(at: Int($0)) }))
      case "positional encoding":
        return LayerOutcome(positionalEncoding(0..<integer("count"), width: integer("width")))
      case "transformer":
        let transformer = given(
          Transformer(
            tokens: x.shape[0], width: width, heads: heads, hidden: hidden,
            encoderBlocks: integer("blocks"), decoderBlocks: integer("blocks"), using: &generator),
          from: 0)
        let (loss, gradients) = transformer.loss(
          source: source ?? [], answers: target ?? [], smoothing: number("smoothing") ?? 0)
        return LayerOutcome(Tensor(loss), gradients)
      default: fatalError("no layer \(layer)")
      }
    }

    /// `block` with the leaves from a number on for its parameters.
    private func given<Block: Parameterized>(_ block: Block, from first: Int) -> Block {
      var block = block
      block.parameters = leaves.dropFirst(first).map(\.tensor)
      return block
    }
  }
#else
  func printAttentions(_ file: String) throws { throw CocoaError(.featureUnsupported) }
#endif
