import Checks
import Doorway
import Foundation
import Grading
import Tensors
import Testing

/// The layers of exercise 12 beside those that the graph of exercise 07 is built of: head by head and row by
/// row, of matrices alone.
@Suite("Attention by hand and on the graph")
struct AttentionGraphTests {
  private typealias Node = GraphSketch.Node

  private let pair: GraphComparison

  init() throws { pair = try GraphComparison("12") }

  @Test("Attention agrees with the graph to 1e-10, there and back")
  func attention() throws {
    var generator = SeededGenerator(seed: 12)
    func draw(_ shape: [Int]) -> Tensor { Tensor(normal: shape, using: &generator) }
    for (steps, seen, depth, width) in [(3, 4, 2, 5), (4, 4, 3, 1)] {
      for isCausal in [false, true] where !isCausal || steps == seen {
        let leaves = [draw([steps, depth]), draw([seen, depth]), draw([seen, width])]
        let upstream = draw([steps, width])
        let flags = (0..<steps).flatMap { t in (0..<seen).map { $0 <= t } }
        let answer = try pair.ask(
          .scaledDotAttention,
          AttentionInput(
            query: leaves[0], key: leaves[1], value: leaves[2],
            mask: isCausal ? MaskFlags([steps, seen], flags) : nil), upstream: [upstream])
        let sketch = GraphSketch()
        let nodes = leaves.map(sketch.leaf)
        _ = Blocks.attention(
          nodes[0], nodes[1], nodes[2],
          kept: isCausal ? sketch.leaf(Blocks.causal(steps)) : nil)
        try pair.expect(
          answer.output, [answer.gradients.query, answer.gradients.key, answer.gradients.value],
          like: sketch, upstream: upstream)
      }
    }
  }

  @Test(
    "Layers and blocks agree with the graph to 1e-10, there and back",
    arguments: [
      BlockKind.norm(epsilon: 0.01), .multiHead, .feedForward, .encoder(isNormBefore: true),
      .encoder(isNormBefore: false), .decoder(isNormBefore: true), .decoder(isNormBefore: false),
    ])
  func blocks(kind: BlockKind) throws {
    var generator = SeededGenerator(seed: 13)
    func draw(_ shape: [Int]) -> Tensor { Tensor(normal: shape, using: &generator) }
    let question: Question<LayerRun<BlockInput>, LayerTrace<Tensor, BlockGradients>> =
      switch kind {
      case .norm: .layerNorm
      case .multiHead: .multiHead
      case .feedForward: .feedForward
      case .encoder: .encoderBlock
      case .decoder: .decoderBlock
      }
    for (width, heads, isMasked) in [(4, 2, false), (6, 3, true), (2, 1, true)] {
      let (count, steps, hidden) = (2, 3, 5)
      let hasMemory =
        switch kind {
        case .multiHead, .decoder: true
        default: false
        }
      let seen = hasMemory ? 4 : steps
      let x = draw([count, steps, width])
      let memory = hasMemory ? draw([count, seen, width]) : nil
      let parameters = kind.shapes(width: width, hidden: hidden).map { 0.5 * draw($0) }
      let upstream = draw([count, steps, width])
      let lengths = [seen - 2, seen]
      let takesMask =
        switch kind {
        case .norm, .feedForward: false
        default: isMasked
        }
      let answer = try pair.ask(
        question,
        BlockInput(
          kind, parameters: parameters, x: x, memory: memory,
          mask: takesMask
            ? MaskFlags(
              [count, 1, 1, seen], lengths.flatMap { n in (0..<seen).map { $0 < n } }) : nil,
          heads: heads), upstream: [upstream])
      let sketch = GraphSketch()
      let leaves = ([x] + (memory.map { [$0] } ?? []) + parameters).map(sketch.leaf)
      let blocks = Blocks(
        sketch: sketch, count: count, heads: heads, epsilon: 1e-5,
        lengths: takesMask ? lengths : nil)
      let rows = leaves[0].reshaped([count * steps, width])
      let around = hasMemory ? leaves[1].reshaped([count * seen, width]) : nil
      blocks.apply(kind, rows, memory: around, Array(leaves.dropFirst(hasMemory ? 2 : 1)))
      try pair.expect(
        answer.output,
        [answer.gradients.x] + (answer.gradients.memory.map { [$0] } ?? [])
          + answer.gradients.parameters,
        like: sketch, upstream: upstream.reshaped(to: [count * steps, width]))
    }
  }

  @Test("The smoothed cross-entropy agrees with the graph to 1e-10, there and back")
  func smoothed() throws {
    var generator = SeededGenerator(seed: 14)
    for (shape, smoothing, ignored) in [
      ([5, 4], 0.1, nil as Int?), ([6, 3], 0.4, 0), ([3, 2], 0, -1),
    ] {
      let logits = 3 * Tensor(normal: shape, using: &generator)
      let labels = (0..<shape[0]).map { $0 == 1 ? ignored ?? 1 : ($0 * 5 + 1) % shape[1] }
      let seen = try pair.ask(
        .smoothedLoss,
        SmoothedInput(logits, labels: labels, smoothing: smoothing, ignored: ignored),
        upstream: [])
      let sketch = GraphSketch()
      Blocks.smoothed(sketch.leaf(logits), labels, smoothing, ignored: ignored)
      try pair.expect(
        Tensor(seen.output), [seen.gradients], like: sketch, upstream: Tensor(1))
    }
  }

  @Test("A whole transformer with its loss agrees with the graph to 1e-10, there and back")
  func transformer() throws {
    var generator = SeededGenerator(seed: 15)
    let network = TransformerSizes(
      tokens: 7, width: 4, heads: 2, hidden: 5, encoderBlocks: 2, decoderBlocks: 2)
    let parameters = network.parameters.map {
      0.5 * Tensor(normal: $0.shape, using: &generator)
    }
    let (source, answers) = ([[3, 5, 4], [6, 3]], [[4, 3], [5]])
    let seen = try pair.ask(
      .transformerLoss,
      TransformerInput(
        network, parameters: parameters, source: source, target: answers, smoothing: 0.1),
      upstream: [])
    let sketch = GraphSketch()
    let leaves = parameters.map(sketch.leaf)
    func embedded(_ rows: [[Int]]) -> Node {
      let length = rows[0].count
      let waves = (0..<length).flatMap { t in
        (0..<network.width).map { j in
          let angle = Double(t) * pow(10000, -Double(j - j % 2) / Double(network.width))
          return j % 2 == 0 ? sin(angle) : cos(angle)
        }
      }
      let positions = Tensor(shape: [length, network.width], scalars: waves)
      return leaves[0].rows(rows.flatMap { $0 })
        + sketch.leaf(Tensor(concatenating: [positions, positions], along: 0))
    }
    var rest = leaves[1...]
    func take(_ count: Int) -> [Node] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    // Filled up by token 0; the decoder reads 1 first, and is to write 2 last.
    let blocks = Blocks(
      sketch: sketch, count: 2, heads: network.heads, epsilon: 1e-5, lengths: source.map(\.count))
    var memory = embedded([[3, 5, 4], [6, 3, 0]])
    for _ in 0..<network.encoderBlocks {
      memory = blocks.apply(.encoder(isNormBefore: true), memory, memory: nil, take(16))
    }
    memory = blocks.apply(.norm(epsilon: 0), memory, memory: nil, take(2))
    var signal = embedded([[1, 4, 3], [1, 5, 0]])
    for _ in 0..<network.decoderBlocks {
      signal = blocks.apply(.decoder(isNormBefore: true), signal, memory: memory, take(26))
    }
    signal = blocks.apply(.norm(epsilon: 0), signal, memory: nil, take(2))
    let last = take(2)
    Blocks.smoothed(signal.matmul(last[0]) + last[1], [4, 3, 2, 5, 2, 0], 0.1, ignored: 0)
    try pair.expect(
      Tensor(seen.output), seen.gradients.tensors, like: sketch, upstream: Tensor(1))
  }
}
