import Doorway
import Grading
import Tensors

/// Parts of a transformer around one position and two, as narrow as they can be.
enum SmallBlocks {
  /// Around x, whose last axis is the width, with round parameters.
  static func of(
    _ kind: BlockKind, x shape: [Int], memory: Int? = nil, hidden: Int = 1, heads: Int = 1,
    mask: MaskFlags? = nil
  ) -> BlockInput {
    let width = shape[shape.count - 1]
    let shapes = kind.shapes(width: width, hidden: hidden)
    return BlockInput(
      kind,
      parameters: zip(kind.names, shapes).enumerated().map { i, parameter in
        let x = 0.5 * SmallCases.tensor(parameter.1, from: 2 + 3 * i)
        return parameter.0.contains("scale") ? x + 1 : x
      },
      x: 0.5 * SmallCases.tensor(shape),
      memory: memory.map { 0.5 * SmallCases.tensor([shape[0], $0, width], from: 4) }, mask: mask,
      heads: heads)
  }

  /// One position, two, a memory, a mask, two heads.
  static let multiHeads: [BlockInput] = [
    of(.multiHead, x: [1, 1, 1]), of(.multiHead, x: [1, 2, 1]),
    of(.multiHead, x: [1, 1, 1], memory: 2),
    of(.multiHead, x: [1, 2, 1], mask: MaskFlags([2, 2], [true, false, true, true])),
    of(.multiHead, x: [1, 1, 2], heads: 2), of(.multiHead, x: [1, 2, 2], memory: 1, heads: 2),
  ]

  static let feeds: [BlockInput] = [
    of(.feedForward, x: [1, 1]), of(.feedForward, x: [1, 2]), of(.feedForward, x: [2, 1]),
    of(.feedForward, x: [1, 1, 2], hidden: 2),
  ]

  /// Of width 2, since of a single entry its norm leaves nothing.
  static let encoders: [BlockInput] = [true, false].flatMap { isBefore in
    let kind = BlockKind.encoder(isNormBefore: isBefore)
    return [
      of(kind, x: [1, 1, 2]), of(kind, x: [1, 2, 2], mask: MaskFlags([1, 2], [true, false])),
    ]
  }

  static let decoders: [BlockInput] = [true, false].flatMap { isBefore in
    let kind = BlockKind.decoder(isNormBefore: isBefore)
    return [of(kind, x: [1, 1, 2], memory: 1), of(kind, x: [1, 2, 2], memory: 2)]
  }

  static let pieces: [PiecesInput] = [[1], [1, 1], [2, 1]].map {
    PiecesInput(of(.multiHead, x: [1, 1, 1], memory: $0.reduce(0, +)), pieces: $0)
  }

  /// One block a side, the tokens of padding, start and end, and texts of one token or of two.
  ///
  /// - Parameter smoothing: Of the loss.
  static func transformers(smoothing: Double = 0) -> [TransformerInput] {
    let network = TransformerSizes(
      tokens: 3, width: 2, heads: 1, hidden: 1, encoderBlocks: 1, decoderBlocks: 1)
    let parameters = network.parameters.enumerated().map { i, parameter in
      let x = 0.5 * SmallCases.tensor(parameter.shape, from: 3 * i)
      return parameter.name.contains("scale") ? x + 1 : x
    }
    let texts: [(source: [[Int]], target: [[Int]])] = [
      ([[0]], [[1]]), ([[0]], [[1, 0]]), ([[1, 0]], [[0, 1]]), ([[0], [1, 0]], [[1], [0]]),
    ]
    return texts.map {
      TransformerInput(
        network, parameters: parameters, source: $0.source, target: $0.target,
        smoothing: smoothing)
    }
  }
}

/// Logits of a row and of two, without smoothing and with.
let smallSmoothed: [SmoothedInput] = [
  ([0], 0), ([1], 0.5), ([1, 0], 0.5),
].map { (labels: [Int], smoothing: Double) in
  SmoothedInput(
    0.5 * SmallCases.tensor([labels.count, 2]), labels: labels, smoothing: smoothing)
}

/// Languages of two tokens, or three, and texts of up to two.
func smallSearches(widths: [Int?], lengthPower: Double = 0) -> [BeamInput] {
  [(2, 1), (2, 2), (3, 2)].flatMap { tokens, limit in
    widths.flatMap { width in
      (1...3 as ClosedRange<UInt64>).map { seed in
        BeamInput(
          tokens: tokens, end: 0, limit: limit, width: width, lengthPower: lengthPower, seed: seed)
      }
    }
  }
}
