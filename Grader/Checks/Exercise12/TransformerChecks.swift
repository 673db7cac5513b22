import Doorway
import Grading
import Tensors

private let logits = LayerContract(
  .transformerLogits, forward: "transformer.forward", backward: "transformer.backward",
  small: SmallBlocks.transformers()
) {
  $0.transformers()
}

private let loss = LayerContract(
  .transformerLoss, forward: "transformer.loss", backward: "the gradients of transformer.loss",
  small: SmallBlocks.transformers() + SmallBlocks.transformers(smoothing: 0.5)
) { exam in
  exam.transformers().map {
    var input = $0
    input.smoothing = exam.number(in: 0...0.2)
    // Answers need not be equally long.
    for row in input.target.indices.dropFirst() { input.target[row].removeLast() }
    return input
  }
}

let transformerChecks = [
  logits.check(
    "12.transformer.logits", .outputs, points: 3,
    claim:
      "the decoder's blocks look at what the encoder has made of a source, of which no filling is seen",
    uses: ["12.encoder.forward", "12.decoder.forward", "12.masks.padding", "12.positions.table"],
    hints: [
      "encoderNorm comes behind the last block of the encoder, decoderNorm before `output`.",
      "Who hands the padding mask to the cross-attention?",
      "The table is the same for source and target.",
    ]),

  logits.check(
    "12.transformer.gradient", .gradients(), points: 3,
    claim: "every parameter of a transformer gets the right gradient",
    uses: ["12.transformer.logits", "12.encoder.gradient", "12.decoder.gradient"],
    hints: [
      "Each block of the decoder hands a gradient to the memory: what is done with all of them?",
      "The table was used twice. And which tokens were the source's, with what fills it?",
      "Blocks are gone back through from the last, but `parameters` begins with the first.",
    ], single: .singleOfBlocks),
]

private let rows = FunctionContract(
  .shiftedRows, small: [[[5]], [[5, 4]], [[5, 4], [3]]].map { AnswerRows($0) }
) { _ in [] }

let forcingChecks = [
  rows.check(
    "12.forcing.shifted", points: 1,
    claim: "inputs begin with the start, labels end with the end, and the rest is padding",
    hints: [
      "At the first position the decoder has seen nothing but the start. What should it say?",
      "The end is a label like all others: it comes before the padding.",
    ]
  ) { exam in
    func row(_ count: Int) -> [Int] { exam.labels(count, classes: 9).map { $0 + 3 } }
    let n = exam.counts(3, in: 1...5)
    return [
      AnswerRows(n.map(row)), AnswerRows([row(3)]), AnswerRows([row(2), row(2)]),
      AnswerRows([row(2), row(2)]),
      AnswerRows([row(0), row(n[0])]), AnswerRows([[7, 5], [4]]),
    ]
  },

  loss.check(
    "12.forcing.loss", .both, points: 2,
    claim: "the loss is that of all labels but padding, and its gradients are right",
    uses: ["12.forcing.shifted", "12.transformer.gradient", "12.smoothing.ignored"],
    hints: [
      "Logits are [N, T, V], the loss wants [N · T, V]: are the labels in the same order?",
      "Does the smoothing arrive, and is padding ignored?",
    ], single: .singleOfBlocks),
]

private let kept = FunctionContract(.keptKeys, small: SmallBlocks.pieces) { exam in
  let n = exam.count(in: 2...3)
  return [
    exam.pieces([2, 1, n], rows: 2, width: 4, heads: 2),
    exam.pieces([1, 1, 1], rows: 1, width: 3, heads: 3),
    exam.pieces([4], rows: 2, width: 4, heads: 1),
    exam.pieces([n + 2], rows: 2, width: 4, heads: 4, isMasked: true),
    exam.pieces([n, 2], rows: 2, width: 4, heads: 4),
    exam.pieces([2, 2], rows: 2, width: 4, heads: 2),
    exam.pieces([exam.count(in: 12...16), 1], rows: 1, width: 2, heads: 1),
  ]
}

let cacheChecks = [
  kept.check(
    "12.cache.keys", points: 2,
    claim:
      "keys and values that come in pieces are those of the whole memory, and give the same output",
    uses: ["12.multiHead.forward"],
    hints: [
      "Which axis of [N, H, S, d] counts the positions?",
      "Old positions come first, new ones behind them.",
    ]
  ) { [$0.largePieces()] }
]

private let writing = LayerContract(
  .writtenLogits, forward: "writing", small: SmallBlocks.transformers()
) {
  $0.transformers()
}

let cachedWritingChecks = [
  writing.check(
    "12.writing.same", .outputs, points: 3,
    claim: "written token by token, each position has the logits that forward gives it",
    uses: ["12.cache.keys", "12.transformer.logits", "12.positions.table"],
    hints: [
      "The token at position 3 gets the encoding of position 3.",
      "Keys and values of the new position are kept before it looks: it sees itself.",
      "What the block looks at is normalised first, as in forward.",
    ]
  ) { _ in
    []
  } proving: { exam in
    for input in exam.transformers() {
      let whole = try exam.ask(.transformerLogits, LayerRun([input])).outputs[0]
      let written = try exam.ask(.writtenLogits, LayerRun([input])).outputs[0]
      try exam.expect(
        abs(whole - written).max() < 1e-10, "what is written differs from what forward gives")
    }
  }
]

extension Examination {
  /// Batches of sources of different lengths, for networks with one block a side and with more.
  fileprivate func transformers() -> [TransformerInput] {
    func tokens(_ counts: [Int]) -> [[Int]] { counts.map { labels($0, classes: 5) } }
    func input(
      _ blocks: (Int, Int), heads: Int, source: [Int], target: Int
    ) -> TransformerInput {
      let network = TransformerSizes(
        tokens: 5, width: 4, heads: heads, hidden: 3, encoderBlocks: blocks.0,
        decoderBlocks: blocks.1)
      let parameters = network.parameters.map { name, shape in
        name.contains("scale")
          ? normal(shape, deviation: 0.3) + 1 : normal(shape, deviation: 0.6)
      }
      return TransformerInput(
        network, parameters: parameters, source: tokens(source),
        target: tokens(source.map { _ in target }))
    }
    let n = counts(2, in: 1...3)
    var inputs = [
      input((1, 1), heads: 2, source: [n[0], n[1] + 1, 3], target: 3),
      input((1, 2), heads: 1, source: [n[1] + 1], target: 2),
      input((2, 1), heads: 4, source: [1, 4], target: n[0] + 1),
      input((1, 1), heads: 1, source: [2], target: 8 + n[1]),
    ]
    // As long as the second, and other tokens.
    inputs.append(inputs[1])
    inputs[4].source = inputs[1].source.map { $0.map { ($0 + 1) % 5 } }
    inputs[4].target = inputs[1].target.map { $0.map { ($0 + 1) % 5 } }
    return inputs
  }

  /// x and memory far from 0, and scores that are not.
  fileprivate func largePieces() -> PiecesInput {
    var input = pieces([2, 1], rows: 2, width: 4, heads: 2)
    (input.block.x, input.block.memory) = (40 * input.block.x, input.block.memory.map { 40 * $0 })
    for i in [0, 2] { input.block.parameters[i] *= 0.025 }
    return input
  }

  /// Attentions whose memory comes in pieces.
  fileprivate func pieces(
    _ pieces: [Int], rows: Int, width: Int, heads: Int, isMasked: Bool = false
  ) -> PiecesInput {
    let count = pieces.reduce(0, +)
    return PiecesInput(
      block(
        .multiHead, x: normal([rows, self.count(in: isMasked ? 2...3 : 1...3), width]),
        memory: normal([rows, count, width]), heads: heads,
        mask: isMasked ? mask([rows, 1, 1, count]) : nil), pieces: pieces)
  }
}
