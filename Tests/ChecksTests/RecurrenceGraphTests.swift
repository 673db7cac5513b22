import Checks
import Doorway
import Grading
import Tensors
import Testing

/// The recurrent layers of exercise 11 beside the graph of exercise 07, which is given the formulas of a step
/// and finds the way back through time by itself.
@Suite("Recurrence by hand and on the graph")
struct RecurrenceGraphTests {
  private typealias Node = GraphSketch.Node

  private let pair: GraphComparison

  init() throws { pair = try GraphComparison("11") }

  /// The state after a step, of the sums a = x · W + b and u = h · U.
  private func stepped(_ cell: CellKind, _ a: Node, _ u: Node, _ state: [Node]) -> [Node] {
    let units = state[0].shape[1]
    func gate(_ sums: Node, _ number: Int) -> Node {
      sums.columns(number * units..<(number + 1) * units)
    }
    switch cell {
    case .lstm:
      let sums = a + u
      let c =
        gate(sums, 1).sigmoid * state[1] + gate(sums, 0).sigmoid * gate(sums, 2).tanh
      return [gate(sums, 3).sigmoid * c.tanh, c]
    case .gru:
      let (r, z) = (
        (gate(a, 0) + gate(u, 0)).sigmoid, (gate(a, 1) + gate(u, 1)).sigmoid
      )
      let n = (gate(a, 2) + r * gate(u, 2)).tanh
      return [n - z * n + z * state[0]]
    default: return [(a + u).tanh]
    }
  }

  @Test(
    "Recurrent layers agree with the graph to 1e-10, there and back", arguments: [false, true])
  func layers(isPadded: Bool) throws {
    var generator = SeededGenerator(seed: 11)
    func draw(_ shape: [Int]) -> Tensor { Tensor(normal: shape, using: &generator) }
    let (steps, count, inputs, units) = (5, 3, 4, 2)
    // The second sequence has a gap, the third begins late.
    let flags = (0..<steps).flatMap { t in [t < 4, t != 2, t > 0] }
    for cell in [CellKind.rnn, .lstm, .gru] {
      let x = draw([steps, count, inputs])
      let weights = RecurrentWeights(
        w: draw([inputs, cell.gates * units]), u: draw([units, cell.gates * units]),
        b: draw([cell.gates * units]))
      let start = (0..<cell.states).map { _ in draw([count, units]) }
      let upstream = draw([steps, count, units])
      let last = start.map { _ in draw([count, units]) }
      let input = SequenceInput(
        cell, x, weights, state: start, keep: isPadded ? flags : nil)
      let seen = try pair.ask(.recurrentLayer, input, upstream: [upstream] + last)

      let sketch = GraphSketch()
      let leaves = ([x, weights.w, weights.u, weights.b] + start).map(sketch.leaf)
      var state = Array(leaves[4...])
      var outputs: [Node] = []
      for t in 0..<steps {
        let a = leaves[0].rows([t]).reshaped([count, inputs]).matmul(leaves[1]) + leaves[3]
        var new = stepped(cell, a, state[0].matmul(leaves[2]), state)
        if isPadded {
          let kept = Tensor(flags[t * count..<(t + 1) * count].map { $0 ? 1 : 0 })
            .expandingAxis(at: 1)
          new = zip(new, state).map {
            sketch.leaf(kept) * $0 + sketch.leaf(1 - kept) * $1
          }
        }
        state = new
        outputs.append(new[0])
      }
      // Outputs and last state, one behind the other.
      _ = Node(joining: outputs + state, along: 0)
      let rows = [-1, units]
      try pair.expect(
        Tensor(
          concatenating: ([seen.output.outputs] + seen.output.state).map { $0.reshaped(to: rows) },
          along: 0),
        seen.gradients.tensors, like: sketch,
        upstream: Tensor(
          concatenating: ([upstream] + last).map { $0.reshaped(to: rows) }, along: 0))
    }
  }

  @Test("An embedding agrees with the graph to 1e-10, with words that are said twice")
  func embedding() throws {
    var generator = SeededGenerator(seed: 12)
    let table = Tensor(normal: [5, 3], using: &generator)
    let words = [2, 0, 2, 4, 2, 0]
    let upstream = Tensor(normal: [words.count, 3], using: &generator)
    let seen = try pair.ask(
      .embedding, EmbeddingInput(table, words: words), upstream: [upstream])
    let sketch = GraphSketch()
    _ = sketch.leaf(table).rows(words)
    try pair.expect(seen.output, [seen.gradients], like: sketch, upstream: upstream)
  }
}
