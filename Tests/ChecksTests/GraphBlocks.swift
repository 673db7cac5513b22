import Doorway
import Tensors

/// The parts of a transformer in nodes of a sketch. A batch is a matrix: the positions of the first row, those
/// of the second, and so on.
struct Blocks {
  typealias Node = GraphSketch.Node

  let sketch: GraphSketch

  /// How many rows there are.
  let count: Int
  let heads: Int
  let epsilon: Double

  /// How many positions of each row may be looked at; nil: all.
  let lengths: [Int]?

  /// 1 where position t may look at s.
  static func causal(_ steps: Int) -> Tensor {
    Tensor((0..<steps).map { t in (0..<steps).map { $0 <= t ? 1.0 : 0 } })
  }

  /// Of matrices. Where `kept` is 0 nothing is looked at.
  static func attention(_ query: Node, _ key: Node, _ value: Node, kept: Node?) -> Node {
    let scores = query.matmul(key.transposed()) * (1 / Double(query.shape[1]).squareRoot())
    let powers = kept.map { scores.exp * $0 } ?? scores.exp
    return (powers / powers.sum(1)).matmul(value)
  }

  @discardableResult
  static func smoothed(
    _ logits: Node, _ labels: [Int], _ smoothing: Double, ignored: Int?
  ) -> Node {
    let kept = labels.indices.filter { labels[$0] != ignored }
    let rows = logits.rows(kept)
    let right = rows.gathered(kept.map { labels[$0] })
    return (rows.logSumExp(1) - right * (1 - smoothing) - rows.mean(1) * smoothing).sum
      * (1 / Double(kept.count))
  }

  /// - Parameter p: The parameters, in the order of exercise 12.
  @discardableResult
  func apply(_ kind: BlockKind, _ x: Node, memory: Node?, _ p: [Node]) -> Node {
    switch kind {
    case .norm(let epsilon): return norm(x, p, epsilon == 0 ? self.epsilon : epsilon)
    case .multiHead: return multiHead(x, memory ?? x, p, isCausal: false)
    case .feedForward: return feed(x, p)
    case .encoder(let isBefore):
      let z = around(x, isBefore, p[8..<10]) { multiHead($0, $0, p, isCausal: false) }
      return around(z, isBefore, p[14..<16]) { feed($0, Array(p[10..<14])) }
    case .decoder(let isBefore):
      let z = around(x, isBefore, p[8..<10]) { multiHead($0, $0, p, isCausal: true) }
      let w = around(z, isBefore, p[18..<20]) {
        multiHead($0, memory ?? $0, Array(p[10..<18]), isCausal: false)
      }
      return around(w, isBefore, p[24..<26]) { feed($0, Array(p[20..<24])) }
    }
  }

  private func around(
    _ x: Node, _ isBefore: Bool, _ p: ArraySlice<Node>, _ inner: (Node) -> Node
  ) -> Node {
    isBefore
      ? x + inner(norm(x, Array(p), epsilon)) : norm(x + inner(x), Array(p), epsilon)
  }

  private func norm(_ x: Node, _ p: [Node], _ epsilon: Double) -> Node {
    let axis = x.shape.count - 1
    let centered = x - x.mean(axis)
    let scale = ((centered * centered).mean(axis) + epsilon).power(-0.5)
    return centered * scale * p[0] + p[1]
  }

  private func feed(_ x: Node, _ p: [Node]) -> Node {
    let a = x.matmul(p[0]) + p[1]
    return (a * a.sigmoid).matmul(p[2]) + p[3]
  }

  private func multiHead(_ x: Node, _ memory: Node, _ p: [Node], isCausal: Bool) -> Node {
    let (query, key, value) = (
      x.matmul(p[0]) + p[1], memory.matmul(p[2]) + p[3], memory.matmul(p[4]) + p[5]
    )
    let (steps, seen) = (x.shape[0] / count, memory.shape[0] / count)
    let depth = x.shape[1] / heads
    let rows = (0..<count).map { n in
      Node(
        joining: (0..<heads).map { h in
          func part(_ matrix: Node, _ length: Int) -> Node {
            matrix.rows(n * length..<(n + 1) * length).columns(h * depth..<(h + 1) * depth)
          }
          return Self.attention(
            part(query, steps), part(key, seen), part(value, seen),
            kept: kept(n, steps, seen, isCausal: isCausal))
        }, along: 1)
    }
    return Node(joining: rows, along: 0).matmul(p[6]) + p[7]
  }

  private func kept(_ n: Int, _ steps: Int, _ seen: Int, isCausal: Bool) -> Node? {
    if isCausal { return sketch.leaf(Self.causal(steps)) }
    return lengths.map { lengths in
      sketch.leaf(Tensor((0..<seen).map { $0 < lengths[n] ? 1.0 : 0 }))
    }
  }
}
