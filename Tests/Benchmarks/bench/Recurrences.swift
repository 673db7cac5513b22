import Foundation
import Tensors

#if GRADUS_EDITOR
  import Exercise05
  import Exercise06
  import Exercise07
  import Exercise11

  /// The recurrent layers of exercise 11: the layer alone there and back, and a step of a writer of texts
  /// with all that belongs to it.
  func timeRecurrences(_ rows: inout Rows) {
    guard rows.wants("recurrence") else { return }
    let (steps, count, inputs, units, characters) = (64, 32, 128, 128, 64)
    for (typeName, type) in types {
      let (x, upstream) = (
        random([steps, count, inputs], type), random([steps, count, units], type)
      )
      for (cellName, cell) in [("LSTM", LSTMCell() as any Cell), ("GRU", GRUCell())] {
        var generator = SeededGenerator(seed: 1)
        var layer = RecurrentLayer(cell: cell, inputs: inputs, units: units, using: &generator)
        layer.parameters = layer.parameters.map { $0.converted(to: type) }
        let sizes = "\(steps)x\(count)x\(units) \(typeName)"
        rows.measure("recurrence", "\(cellName), there and back \(sizes)") {
          let (outputs, _, cache) = layer.forward(x)
          use(outputs)
          use(layer.backward(upstream, cache: cache))
        }
        var model = CharacterModel(
          embedding: Embedding(words: characters, width: inputs, using: &generator), layer: layer,
          readout: Affine(
            weights: Initialization.xavier.weights(
              inputs: units, outputs: characters, using: &generator),
            bias: Tensor(zeros: [characters])))
        model.parameters = model.parameters.map { $0.converted(to: type) }
        let streams = (0..<count).map { n in (0...steps).map { (7 * n + $0 * $0) % characters } }
        var optimizer: any Optimizer = Exercise06.Adam(learningRate: 1e-4)
        rows.measure("recurrence", "\(cellName), a writer's step \(sizes)") {
          let gradients = model.loss(streams).gradients
          clippedStep(&model.parameters, along: gradients, with: &optimizer, maximumNorm: 1)
        }
      }
    }
  }

  /// Prints what the recurrent layers of exercise 11 give and pass back, and what the graph of exercise 07
  /// does, made of the same formulas, as JSON. `recurrence.py` writes the file.
  func printRecurrences(_ file: String) throws {
    let cases = try JSONDecoder().decode(
      [RecurrenceCase].self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    print(
      String(
        decoding: try JSONEncoder().encode(cases.map { ["ours": $0.outcome, "graph": $0.graph] }),
        as: UTF8.self))
  }

  private struct RecurrenceCase: Decodable {
    var cell: String

    /// x; W, U and b, of both layers where there are two; and the state before the first step.
    var x: Entries
    var parameters: [Entries]
    var state: [Entries]

    /// 1 where a step counts, `[T, N, 1]`.
    var keep: Entries?

    /// At the outputs, and at the state after the last step; at the last outputs where there are two layers.
    var upstream: Entries
    var last: [Entries]

    private var isBoth: Bool { parameters.count == 6 }

    private var weights: [Tensor] { parameters.map(\.tensor) }

    private func layer(_ first: Int) -> RecurrentLayer {
      let kinds: [String: any Cell] = ["RNN": RNNCell(), "LSTM": LSTMCell(), "GRU": GRUCell()]
      return RecurrentLayer(
        cell: kinds[cell] ?? RNNCell(), inputWeights: weights[first],
        recurrentWeights: weights[first + 1], bias: weights[first + 2])
    }

    private var mask: Mask? {
      keep.map { Mask(shape: Array($0.shape.prefix(2)), $0.scalars.map { $0 != 0 }) }
    }

    /// Outputs and last state; the gradients at x, at the parameters, and at the first state.
    var outcome: [Entries] {
      if isBoth {
        let both = Bidirectional(ahead: layer(0), back: layer(3))
        let (outputs, ends, caches) = both.forward(x.tensor, keep: mask)
        let (at, parameters) = both.backward(
          upstream.tensor, last: last[0].tensor, caches: caches)
        return ([outputs, ends, at] + parameters).map(Entries.init)
      }
      let layer = layer(0)
      let (outputs, ends, cache) = layer.forward(
        x.tensor, from: state.map(\.tensor), keep: mask)
      let back = layer.backward(upstream.tensor, state: last.map(\.tensor), cache: cache)
      return ([outputs] + ends + [back.x] + back.parameters + back.state).map(Entries.init)
    }

    /// The same, of nodes.
    var graph: [Entries] {
      let (x, weights) = (Node(x.tensor), weights.map { Node($0) })
      let start = state.map { Node($0.tensor) }
      let steps = x.value.shape[0]
      var outputs: Node
      var ends: [Node]
      if isBoth {
        let zeros = Tensor(zeros: [x.value.shape[1], weights[1].value.shape[0]])
        let none = (0..<(cell == "LSTM" ? 2 : 1)).map { _ in Node(zeros) }
        let ahead = read(x, Array(0..<steps), Array(weights[..<3]), none)
        let back = read(x, (0..<steps).reversed(), Array(weights[3...]), none)
        outputs = Node(
          concatenating: [joined(ahead.outputs), joined(back.outputs.reversed())], along: 2)
        ends = [Node(concatenating: [ahead.state[0], back.state[0]], along: 1)]
      } else {
        let read = read(x, Array(0..<steps), weights, start)
        (outputs, ends) = (joined(read.outputs), read.state)
      }
      let loss = zip([outputs] + ends, [upstream] + last).map { ($0 * Node($1.tensor)).sum() }
      loss.dropFirst().reduce(loss[0], +).backward()
      let leaves = [x] + weights + (isBoth ? [] : start)
      return ([outputs] + ends).map { Entries($0.value) } + leaves.map { Entries($0.gradient) }
    }

    private func joined(_ outputs: [Node]) -> Node {
      let shape = outputs[0].value.shape
      return Node(concatenating: outputs.map { $0.reshaped(to: [1] + shape) }, along: 0)
    }

    private func read(
      _ x: Node, _ order: [Int], _ weights: [Node], _ start: [Node]
    ) -> (outputs: [Node], state: [Node]) {
      var (outputs, state): ([Node], [Node]) = ([], start)
      for t in order {
        let a = row(x, t).matmul(weights[0]) + weights[2]
        var new = stepped(a, state[0].matmul(weights[1]), state)
        if let kept = keep.map({ $0.tensor.row(t) }) {
          new = zip(new, state).map { Node(kept) * $0 + Node(1 - kept) * $1 }
        }
        state = new
        outputs.append(state[0])
      }
      return (outputs, state)
    }

    private func row(_ x: Node, _ t: Int) -> Node {
      x.rows(at: [t]).reshaped(to: Array(x.value.shape.dropFirst()))
    }

    private func gate(_ sums: Node, _ number: Int, of count: Int) -> Node {
      let width = sums.value.shape[1] / count
      return sums.transposed().rows(at: Array(number * width..<(number + 1) * width)).transposed()
    }

    private func stepped(_ a: Node, _ u: Node, _ state: [Node]) -> [Node] {
      switch cell {
      case "LSTM":
        let gates = (0..<4).map { gate(a + u, $0, of: 4) }
        let c = sigmoid(gates[1]) * state[1] + sigmoid(gates[0]) * tanh(gates[2])
        return [sigmoid(gates[3]) * tanh(c), c]
      case "GRU":
        let (a, u) = ((0..<3).map { gate(a, $0, of: 3) }, (0..<3).map { gate(u, $0, of: 3) })
        let (r, z) = (sigmoid(a[0] + u[0]), sigmoid(a[1] + u[1]))
        return [(1 - z) * tanh(a[2] + r * u[2]) + z * state[0]]
      default: return [tanh(a + u)]
      }
    }
  }
#else
  func timeRecurrences(_ rows: inout Rows) {}

  func printRecurrences(_ file: String) throws {
    throw CocoaError(.featureUnsupported)
  }
#endif
