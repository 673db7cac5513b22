import Doorway
import Exercise12
import Tensors

func answerBlocks12(_ answers: inout Doorway.Answers) {
  answers.to(.headsApart) { run in
    run.trace { multiHead(width: $0.width, heads: $0.heads).apart($0.x) }
  }
  answers.to(.headsJoined) { run in
    run.trace { multiHead(width: $0.width, heads: $0.heads).joined($0.x) }
  }
  answers.to(.layerNorm) { run in
    run.trace { input in
      let norm = input.norm
      let pass = norm.forward(input.x)
      return (pass.output, (norm, pass.cache))
    } backward: { input, upstream, pass in
      let gradients = pass.0.backward(upstream[0], cache: pass.1)
      return BlockGradients(input.kind, x: gradients.x, parameters: gradients.parameters)
    }
  }
  answers.to(.multiHead) { run in
    run.trace { input in
      let attention = input.attention
      let pass = attention.forward(
        input.x, memory: input.memory ?? input.x, mask: input.mask?.mask)
      return (pass.output, (attention, pass.cache))
    } backward: { input, upstream, pass in
      let gradients = pass.0.backward(upstream[0], cache: pass.1)
      return BlockGradients(
        input.kind, x: input.memory == nil ? gradients.x + gradients.memory : gradients.x,
        memory: input.memory == nil ? nil : gradients.memory, parameters: gradients.parameters)
    }
  }
  answers.to(.feedForward) { run in
    run.trace { input in
      let feed = input.feed
      let pass = feed.forward(input.x)
      return (pass.output, (feed, pass.cache))
    } backward: { input, upstream, pass in
      let gradients = pass.0.backward(upstream[0], cache: pass.1)
      return BlockGradients(input.kind, x: gradients.x, parameters: gradients.parameters)
    }
  }
  answers.to(.encoderBlock) { run in
    run.trace { input in
      let block = input.encoder
      let pass = block.forward(input.x, mask: input.mask?.mask)
      return (pass.output, (block, pass.cache))
    } backward: { input, upstream, pass in
      let gradients = pass.0.backward(upstream[0], cache: pass.1)
      return BlockGradients(input.kind, x: gradients.x, parameters: gradients.parameters)
    }
  }
  answers.to(.decoderBlock) { run in
    run.trace { input in
      let block = input.decoder
      let pass = block.forward(
        input.x, memory: input.memory ?? input.x, memoryMask: input.mask?.mask)
      return (pass.output, (block, pass.cache))
    } backward: { input, upstream, pass in
      let gradients = pass.0.backward(upstream[0], cache: pass.1)
      return BlockGradients(
        input.kind, x: gradients.x, memory: gradients.memory, parameters: gradients.parameters)
    }
  }
  answers.to(.keptKeys) { run in
    run.trace { input in
      let attention = input.block.attention
      let memory = (input.block.memory ?? input.block.x).transposed(permuting: [1, 0, 2])
      var kept: KeyValueCache?
      var start = 0
      for size in input.pieces {
        let piece = memory[start..<start + size].transposed(permuting: [1, 0, 2])
        kept = attention.keysAndValues(of: piece, behind: kept)
        start += size
      }
      guard let kept else { fatalError("a memory has a piece at least") }
      return KeptReply(
        keys: kept.keys, values: kept.values,
        output: attention.attend(input.block.x, to: kept, mask: input.block.mask?.mask))
    }
  }
}

/// One of any parameters.
private func multiHead(width: Int, heads: Int) -> MultiHeadAttention {
  var generator = SeededGenerator(seed: 1)
  return MultiHeadAttention(width: width, heads: heads, using: &generator)
}

extension BlockInput {
  private var width: Int { x.shape[x.rank - 1] }

  private var placement: NormPlacement {
    switch kind {
    case .encoder(let isBefore), .decoder(let isBefore): isBefore ? .before : .after
    default: .before
    }
  }

  fileprivate var norm: LayerNorm {
    guard case .norm(let epsilon) = kind else { fatalError("no norm is asked for") }
    return given(LayerNorm(width: width, epsilon: epsilon))
  }

  fileprivate var attention: MultiHeadAttention {
    given(multiHead(width: width, heads: heads))
  }

  fileprivate var feed: FeedForward {
    var generator = SeededGenerator(seed: 1)
    return given(FeedForward(width: width, hidden: parameters[1].count, using: &generator))
  }

  fileprivate var encoder: EncoderBlock {
    var generator = SeededGenerator(seed: 1)
    return given(
      EncoderBlock(
        width: width, heads: heads, hidden: parameters[11].count, placement: placement,
        using: &generator))
  }

  fileprivate var decoder: DecoderBlock {
    var generator = SeededGenerator(seed: 1)
    return given(
      DecoderBlock(
        width: width, heads: heads, hidden: parameters[21].count, placement: placement,
        using: &generator))
  }

  /// `block` with the parameters that were sent.
  private func given<Block: Parameterized>(_ block: Block) -> Block {
    var block = block
    block.parameters = parameters
    return block
  }
}
