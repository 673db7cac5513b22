import Doorway
import Grading
import Tensors

private let encoder = LayerContract(
  .encoderBlock, forward: "encoder.forward", backward: "encoder.backward",
  small: SmallBlocks.encoders
) {
  $0.encoders()
}

private let decoder = LayerContract(
  .decoderBlock, forward: "decoder.forward", backward: "decoder.backward",
  small: SmallBlocks.decoders
) {
  $0.decoders()
}

let encoderChecks12 = [
  encoder.check(
    "12.encoder.forward", .outputs, points: 3,
    claim:
      "attention, then the feed-forward part, each beside a way around it, norms before or after",
    uses: ["12.multiHead.forward", "12.norm.forward", "12.feed.forward"],
    hints: [
      "Before: what goes around a part is not normalised.",
      "After: it is the sum that is normalised.",
      "Does your block look at `placement`, and hand the mask on?",
    ]
  ) { $0.largeEncoders() },

  encoder.check(
    "12.encoder.gradient", .gradients(), points: 4,
    claim: "x and all sixteen parameters of an encoder block get the right gradients",
    uses: [
      "12.encoder.forward", "12.multiHead.gradient", "12.norm.gradient", "12.feed.gradient",
    ],
    hints: [
      "Where the way forked, two gradients meet: do you add both?",
      "Query, key and value all come from one tensor: x and memory of the attention are the same.",
      "parameters names the order in which the gradients are expected.",
    ], single: .singleOfBlocks
  ) { $0.largeEncoders() },
]

let decoderChecks12 = [
  decoder.check(
    "12.decoder.forward", .outputs, points: 3,
    claim: "a decoder block looks at what stands before, then at the memory, then feeds forward",
    uses: [
      "12.multiHead.forward", "12.norm.forward", "12.feed.forward", "12.masks.causal",
    ],
    hints: [
      "Which attention has the causal mask, and which that of the memory?",
      "The memory goes into the cross-attention as it is.",
    ]
  ) { $0.largeDecoders() },

  decoder.check(
    "12.decoder.gradient", .gradients(), points: 5,
    claim: "x, the memory and all 26 parameters of a decoder block get the right gradients",
    uses: [
      "12.decoder.forward", "12.multiHead.gradient", "12.norm.gradient", "12.feed.gradient",
    ],
    hints: [
      "x and memory of the first attention are the same tensor, those of the second are not.",
      "Every part has a way around it. Does upstream take all three?",
    ], single: .singleOfBlocks
  ) { $0.largeDecoders() },
]

extension Examination {
  fileprivate func encoders() -> [BlockInput] {
    let n = count(in: 2...3)
    return [true, false].flatMap { isBefore in
      let kind = BlockKind.encoder(isNormBefore: isBefore)
      return [
        block(kind, x: normal([2, n, 4]), hidden: 5, heads: 2, mask: mask([2, 1, 1, n])),
        block(kind, x: normal([1, 3, 4]), hidden: 3, mask: mask([3, 3])),
        block(kind, x: normal([2, 2, 6]), hidden: 2, heads: 3),
        block(kind, x: normal([2, 1, 4]), hidden: 2),
      ]
    }
  }

  fileprivate func decoders() -> [BlockInput] {
    let n = count(in: 2...3)
    return [true, false].flatMap { isBefore in
      let kind = BlockKind.decoder(isNormBefore: isBefore)
      return [
        block(
          kind, x: normal([2, 3, 4]), memory: normal([2, n, 4]), hidden: 5, heads: 2,
          mask: mask([2, 1, 1, n])),
        block(kind, x: normal([1, n, 4]), memory: normal([1, 4, 4]), hidden: 3),
        // Where x and the memory are as long as each other, one can be taken for the other.
        block(kind, x: normal([2, 3, 4]), memory: normal([2, 3, 4]), hidden: 2, heads: 2),
        block(
          kind, x: normal([2, 2, 4]), memory: normal([2, 2, 4]), hidden: 2, mask: mask([2, 2])),
        block(
          kind, x: normal([1, count(in: 14...16), 4]), memory: normal([1, 1, 4]), hidden: 1),
      ]
    }
  }

  /// x far from 0, and scores that are not. The contract has twins of the first alone, so there are two with
  /// norms after: what is kept of one shows in the other.
  fileprivate func largeEncoders() -> [BlockInput] {
    [true, false, false].map { isBefore in
      var input = block(
        .encoder(isNormBefore: isBefore), x: 40 * normal([2, 3, 4]), hidden: 3, heads: 2)
      for i in [0, 2] { input.parameters[i] *= 0.025 }
      return input
    }
  }

  /// x and memory far from 0, and scores that are not; two with norms after, as above.
  fileprivate func largeDecoders() -> [BlockInput] {
    [true, false, false].map { isBefore in
      var input = block(
        .decoder(isNormBefore: isBefore), x: 40 * normal([2, 3, 4]),
        memory: 40 * normal([2, 2, 4]), hidden: 3, heads: 2)
      // Wq and Wk of the first attention, Wk of the second.
      for i in [0, 2, 12] { input.parameters[i] *= 0.025 }
      return input
    }
  }
}
